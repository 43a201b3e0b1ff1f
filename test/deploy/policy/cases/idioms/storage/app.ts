import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  ListObjectVersionsCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  waitUntilObjectExists,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl as sign } from '@aws-sdk/s3-request-presigner'
import { calix, del, get, post, put, route } from 'calix'

const client = new S3Client()
const Bucket = 'vault-main'
const link = { expiresIn: 900 }

export const app = calix(
  {},
  route(get('/links/:key'), ({ params }) =>
    sign(client, new GetObjectCommand({ Bucket, Key: `links/${params.key}` }), link),
  ),
  route(post('/links/:key'), async ({ params }) => {
    const command = new PutObjectCommand({ Bucket, Key: `links/${params.key}`, ContentType: 'image/png' })
    return { url: await sign(client, command, link) }
  }),
  route(post('/forms'), async () => {
    const { url, fields } = await createPresignedPost(client, {
      Bucket,
      Key: 'forms/${filename}',
      Expires: 60,
    })
    return { url, fields }
  }),
  route(put('/big/:key'), async ({ params, rawBody }) => {
    const upload = new Upload({
      client,
      params: { Bucket, Key: `big/${params.key}`, Body: Buffer.from(rawBody) },
    })
    upload.on('httpUploadProgress', () => {})
    await upload.done()
    return null
  }),
  route(get('/pages'), async () => {
    const keys: Array<string> = []
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client, pageSize: 100 },
      { Bucket, Prefix: 'links/' },
    ))
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []))
    return keys
  }),
  route(post('/copies/:key'), async ({ params: { key } }) => {
    await client.send(
      new CopyObjectCommand({
        Bucket: 'vault-backup',
        Key: key,
        CopySource: `${Bucket}/copies/${encodeURIComponent(key)}`,
      }),
    )
    return null
  }),
  route(put('/tags/:key'), async ({ params }) => {
    const Tagging = { TagSet: [{ Key: 'seen', Value: 'yes' }] }
    await client.send(new PutObjectTaggingCommand({ Bucket, Key: params.key, Tagging }))
    return null
  }),
  route(del('/versions/:key'), async ({ params }) => {
    const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: params.key }))
    for (const { Key, VersionId } of Versions)
      await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))
    return Versions.length
  }),
  route(get('/arrived/:key'), async ({ params }) => {
    const { state } = await waitUntilObjectExists(
      { client, maxWaitTime: 30 },
      { Bucket, Key: `${params.key}/done` },
    )
    return state
  }),
  route(get('/old/:key/:version'), async ({ params: { key: Key, version: VersionId } }) => {
    const { ETag } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }))
    return ETag ?? null
  }),
  route(del('/many'), async () => {
    const Objects = ['one', 'two'].map((Key) => ({ Key }))
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
    return null
  }),
)
