// @ts-nocheck
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { names } from '@shop/names'

const client = new S3Client({})

export const storage = {
  async read(Key: string) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: names.files, Key }))
    return Body?.transformToString()
  },
  write: (Key: string, Body: string) => client.send(new PutObjectCommand({ Bucket: names.files, Key, Body })),
}
