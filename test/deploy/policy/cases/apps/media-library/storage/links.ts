import { GetObjectCommand, PutObjectCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { config } from '../config.ts'

const client = new S3Client({})
const FIVE_MINUTES = 300

export const uploadLink = (owner: string, name: string) =>
  getSignedUrl(
    client,
    new PutObjectCommand({
      Bucket: config.MEDIA_BUCKET,
      Key: `raw/${owner}/${name}`,
      ContentType: 'image/png',
    }),
    { expiresIn: FIVE_MINUTES },
  )

export const downloadLink = (owner: string, name: string) => {
  const command = new GetObjectCommand({
    Bucket: config.MEDIA_BUCKET,
    Key: `raw/${owner}/${name}`,
    ResponseContentDisposition: 'attachment',
  })
  return getSignedUrl(client, command, { expiresIn: FIVE_MINUTES })
}

export const partLinks = (Key: string, UploadId: string, parts: number) =>
  Promise.all(
    Array.from({ length: parts }, (_, index) =>
      getSignedUrl(
        client,
        new UploadPartCommand({ Bucket: config.MEDIA_BUCKET, Key, UploadId, PartNumber: index + 1 }),
      ),
    ),
  )

export const form = async (owner: string) => {
  const { url, fields } = await createPresignedPost(client, {
    Bucket: config.MEDIA_BUCKET,
    Key: `forms/${owner}/\${filename}`,
    Conditions: [['content-length-range', 0, 1_000_000]],
  })
  return { url, fields }
}
