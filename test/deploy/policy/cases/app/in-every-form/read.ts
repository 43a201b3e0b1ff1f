import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({})

export const read = async (Key: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'forms', Key }))
  return Body?.transformToString()
}
