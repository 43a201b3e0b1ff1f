import { S3 } from '@aws-sdk/client-s3'
import { config } from '../config.ts'

const s3 = new S3({})
const Bucket = config.MEDIA_BUCKET
const keyOf = (id: string) => `large/${id}`

export const multipart = {
  async start(id: string) {
    const { UploadId } = await s3.createMultipartUpload({ Bucket, Key: keyOf(id) })
    return { key: keyOf(id), uploadId: UploadId ?? 'u' }
  },
  async finish(id: string, UploadId: string, tags: ReadonlyArray<string>) {
    const Parts = tags.map((ETag, index) => ({ ETag, PartNumber: index + 1 }))
    try {
      await s3.completeMultipartUpload({ Bucket, Key: keyOf(id), UploadId, MultipartUpload: { Parts } })
    } catch (error) {
      await s3.abortMultipartUpload({ Bucket, Key: keyOf(id), UploadId })
      throw error
    }
  },
}
