import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { calix, post, put, route } from 'calix'

const s3 = new S3Client({})
const at = (name: string) => ({ Bucket: 'archives', Key: `${name}.zip` })

const begin = route(post('/archives/:name'), async ({ params }) => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand(at(params.name)))
  return { id: UploadId ?? '1' }
})

const finish = route(put('/archives/:name/:upload'), async ({ params, rawBody }) => {
  const upload = { ...at(params.name), UploadId: params.upload }
  try {
    const { ETag } = await s3.send(new UploadPartCommand({ ...upload, PartNumber: 1, Body: rawBody }))
    const Parts = [{ PartNumber: 1, ETag }]
    await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
  } catch (error) {
    await s3.send(new AbortMultipartUploadCommand(upload))
    return { failed: String(error) }
  }
  return null
})

export const app = calix({}, begin, finish)
