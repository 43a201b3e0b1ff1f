import { S3Client as Storage, PutObjectCommand as Write } from '@aws-sdk/client-s3'
import { calix as makeApp, put as writes, route as at } from 'calix'

const storage = new Storage({})

export const app = makeApp(
  {},
  at(writes('/notes/:id'), async ({ params, rawBody }) => {
    await storage.send(new Write({ Bucket: 'notes', Key: `${params.id}.txt`, Body: rawBody }))
  }),
)
