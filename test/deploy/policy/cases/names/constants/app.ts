import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, put, route } from 'calix'
import { BUCKETS, PREFIX, TABLE, type Tier, bucketFor } from './names.ts'

const s3 = new S3Client({})
const client = new DynamoDBClient({})
const { archive, ...others } = BUCKETS

const read = route(get('/a/:key'), async ({ params }) => {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: archive.name, Key: `${PREFIX}/${params.key}` }),
  )
  return Body?.transformToString()
})
const write = route(put('/b/:key'), async ({ params, rawBody }) => {
  await s3.send(
    new PutObjectCommand({
      Bucket: others.live.name,
      Key: [PREFIX, 'in', params.key].join('/'),
      Body: rawBody,
    }),
  )
  return null
})
const row = route(get('/c/:id'), async ({ params }) => {
  const { Item } = await client.send(new GetItemCommand({ TableName: TABLE, Key: { id: { S: params.id } } }))
  return Item ?? null
})
const tiered = route(get('/d/:tier'), async ({ params }) => {
  const tier: Tier = params.tier === 'gold' ? 'gold' : 'free'
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucketFor(tier), Key: 'index' }))
  return Body?.transformToString()
})

export const app = calix({}, read, write, row, tiered)
