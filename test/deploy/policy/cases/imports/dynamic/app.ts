import { calix, get, put, route } from 'calix'

const read = route(get('/docs/:id'), async ({ params }) => {
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const s3 = new S3Client({})
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'docs', Key: params.id }))
  return Body?.transformToString()
})

const write = route(put('/docs/:id'), ({ params, rawBody }) =>
  import('@aws-sdk/client-s3').then((sdk) =>
    new sdk.S3Client({})
      .send(new sdk.PutObjectCommand({ Bucket: 'docs', Key: params.id, Body: rawBody }))
      .then(() => null),
  ),
)

export const app = calix({}, read, write)
