import { PutObjectCommand } from './sdk.ts'
import { BUCKET, s3 } from './client.ts'

const store = async (key: string, body: Uint8Array = new Uint8Array()) => {
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `photos/${key}`, Body: body }))
  return null
}

export default { store }
