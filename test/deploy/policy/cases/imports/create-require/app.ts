import { createRequire } from 'node:module'
import { calix, del, route } from 'calix'

const require = createRequire(import.meta.url)
const { DeleteObjectCommand, S3Client }: typeof import('@aws-sdk/client-s3') = require('@aws-sdk/client-s3')

const s3 = new S3Client({})

export const app = calix(
  {},
  route(del('/photos/:key'), async ({ params }) => {
    await s3.send(new DeleteObjectCommand({ Bucket: 'photos', Key: params.key }))
  }),
)
