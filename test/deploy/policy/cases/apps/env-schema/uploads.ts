import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { env } from './env.ts'

const s3 = new S3Client({})

export const upload = async (name: string, bytes: Uint8Array) => {
  const Key = `${env.UPLOADS_PREFIX}/${name}`
  await s3.send(new PutObjectCommand({ Bucket: env.UPLOADS_BUCKET, Key, Body: bytes }))
  return Key
}
