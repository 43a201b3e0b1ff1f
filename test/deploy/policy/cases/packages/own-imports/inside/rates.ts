import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'

export const rate = async (day: string) => {
  const { Body } = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'rates', Key: `${day}.json` }))
  return Body?.transformToString()
}
