import { BUCKET, s3 } from './client.ts'
import { Get } from './sdk.ts'

export async function load(key: string) {
  const answer = await s3.send(new Get({ Bucket: BUCKET, Key: `photos/${key}` }))
  return answer.Body?.transformToString()
}

export async function unload(key: string) {
  const { DeleteObjectCommand } = await import('@aws-sdk/client-s3')
  await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }))
}
