import { createHash, randomUUID } from 'node:crypto'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, del, get, post, put, route } from 'calix'

const s3 = new S3Client()
const Bucket = 'object-keys'

const keys = {
  avatar: (user: string, bytes: Uint8Array) =>
    `avatars/${encodeURIComponent(user)}/${createHash('sha256').update(bytes).digest('hex')}.png`,
  log: (at: Date) => ['logs', at.toISOString().slice(0, 10), `${randomUUID()}.json`].join('/'),
  blob: (hash: string) => 'blobs/' + hash.slice(0, 2) + '/' + hash.slice(2),
  temporary(id: string) {
    let key = 'tmp/'
    key += id.padStart(8, '0')
    return `${key}.tmp`
  },
}

export const app = calix(
  {},
  route(put('/avatars/:user'), async ({ params, rawBody }) => {
    await s3.send(new PutObjectCommand({ Bucket, Key: keys.avatar(params.user, rawBody), Body: rawBody }))
    return null
  }),
  route(post('/logs'), async () => {
    const Key = keys.log(new Date())
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: '{}' }))
    return { Key }
  }),
  route(get('/tree/*path'), async ({ params }) => {
    const { ETag } = await s3.send(new GetObjectCommand({ Bucket, Key: `tree/${params.path}` }))
    return ETag ?? null
  }),
  route(get('/blobs/:hash'), async ({ params: { hash } }) => {
    const { ETag } = await s3.send(new GetObjectCommand({ Bucket, Key: keys.blob(hash) }))
    return ETag ?? null
  }),
  route(del('/tmp/:id'), async ({ params }) => {
    await s3.send(new DeleteObjectCommand({ Bucket, Key: keys.temporary(params.id) }))
    return null
  }),
)
