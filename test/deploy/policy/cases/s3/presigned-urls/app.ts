import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import * as presigner from '@aws-sdk/s3-request-presigner'
import { calix, get, post, route } from 'calix'

const s3 = new S3Client({})
const Bucket = 'uploads'

const linkTo = (command: GetObjectCommand | PutObjectCommand) =>
  getSignedUrl(s3, command as GetObjectCommand, { expiresIn: 300 })

const download = route(get('/links/:key'), async ({ params }) => ({
  url: await linkTo(new GetObjectCommand({ Bucket, Key: `ready/${params.key}` })),
}))

const upload = route(post('/links/:key'), async ({ params }) => {
  const command = new PutObjectCommand({ Bucket, Key: `incoming/${params.key}`, ContentType: 'image/png' })
  return { url: await presigner.getSignedUrl(s3, command) }
})

export const app = calix({}, download, upload)
