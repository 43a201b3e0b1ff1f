import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

const client = new S3Client({})

/** @param {string} bucket */
export const makeObjects = (bucket, { prefix = '', contentType } = {}) => ({
  async save(name, Body) {
    const Key = [prefix, name].filter(Boolean).join('/')
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key,
        Body,
        ...(contentType ? { ContentType: contentType } : {}),
      }),
    )
    return Key
  },
})
