import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, methods, route } from 'calix'

const s3 = new S3Client({})

const object = route(
  methods(['GET', 'PUT', 'DELETE'], '/objects/:key'),
  async ({ method, params, rawBody }) => {
    const where = { Bucket: 'objects', Key: params.key }
    if (method === 'PUT') {
      await s3.send(new PutObjectCommand({ ...where, Body: rawBody }))
      return null
    }
    if (method === 'DELETE') {
      await s3.send(new DeleteObjectCommand(where))
      return null
    }
    const { Body } = await s3.send(new GetObjectCommand(where))
    return Body?.transformToString()
  },
)

const note = route(methods(['GET', 'POST'], '/notes'), async (request) => {
  switch (request.method) {
    case 'GET':
      return (await s3.send(new GetObjectCommand({ Bucket: 'notes', Key: 'all' }))).Body?.transformToString()
    case 'POST':
      return s3
        .send(new PutObjectCommand({ Bucket: 'notes', Key: 'all', Body: request.rawBody }))
        .then(() => null)
    default:
      return null
  }
})

export const app = calix({}, object, note)
