import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const s3 = new S3Client({})

const photo = route(get('/photos/:key'), async ({ params }) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'holiday-photos', Key: params.key }))
  return Body?.transformToString()
})

export const app = calix({ name: 'photos' }, photo)
