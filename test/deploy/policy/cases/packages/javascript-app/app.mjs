import { S3Client, DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3'
import { calix, del, get, route } from 'calix'
import settings from './settings.js'

const s3 = new S3Client({})

export const app = calix(
  { name: settings.name },
  route(get('/k/:k'), async ({ params: { k } }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: settings.bucket, Key: k }))
    return Body.transformToString()
  }),
  route(del('/k/:k'), async ({ params: { k } }) => {
    await s3.send(new DeleteObjectCommand({ Bucket: settings.bucket, Key: k }))
  }),
)
