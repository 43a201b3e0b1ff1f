import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, post, put, route } from 'calix'

const s3 = new S3Client({})

const publish = route(post('/drafts/:id/publish'), async ({ params }) => {
  await s3.send(
    new CopyObjectCommand({
      Bucket: 'published',
      Key: `posts/${params.id}.html`,
      CopySource: `drafts/${params.id}.html`,
    }),
  )
  return null
})

const tagged = route(put('/drafts/:id'), async ({ params, rawBody }) => {
  await s3.send(
    new PutObjectCommand({
      Bucket: 'drafts',
      Key: `${params.id}.html`,
      Body: rawBody,
      Tagging: 'state=draft',
      ACL: 'private',
    }),
  )
  return null
})

const version = route(get('/drafts/:id/:version'), async ({ params }) => {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: 'drafts', Key: `${params.id}.html`, VersionId: params.version }),
  )
  return Body?.transformToString()
})

export const app = calix({}, publish, tagged, version)
