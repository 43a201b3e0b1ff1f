import { S3Client } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { calix, put, route } from 'calix'

const client = new S3Client({})

const video = route(put('/videos/:name'), async ({ params, query }) => {
  const upload = new Upload({
    client,
    params: { Bucket: 'videos', Key: `raw/${params.name}`, Body: Buffer.alloc(Number(query.size)) },
    queueSize: 2,
  })
  upload.on('httpUploadProgress', () => {})
  try {
    await upload.done()
    return 'kept'
  } catch {
    return 'not kept'
  }
})

export const app = calix({}, video)
