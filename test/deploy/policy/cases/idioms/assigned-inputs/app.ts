import { DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, type PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3'
import { calix, get, put, route } from 'calix'

const s3 = new S3Client()
const db = new DynamoDBClient()

const defaults = { Bucket: 'default-bucket', ContentType: 'text/plain' }
const strict = Object.freeze({ ...defaults, Bucket: 'final-bucket' } as const)
const query = { TableName: 'ledger', KeyConditionExpression: 'pk = :pk' } satisfies QueryCommandInput

export const app = calix(
  {},
  route(put('/a/:key'), async ({ params }) => {
    const input: PutObjectCommandInput = Object.assign({}, defaults, { Key: `a/${params.key}` }, strict)
    await s3.send(new PutObjectCommand(input))
    return null
  }),
  route(put('/b/:key'), async ({ params }) => {
    const Key = ['b', params.key].join('/')
    await s3.send(new PutObjectCommand({ ...strict, ...{ Bucket: 'other-bucket' }, Key }))
    return null
  }),
  route(put('/c/:key'), async ({ params: { key } }) => {
    const input: Partial<PutObjectCommandInput> & { Bucket: string } = { ...strict }
    input.Key = 'c/'.concat(key)
    input['Tagging'] = 'kind=c'
    await s3.send(new PutObjectCommand(input as PutObjectCommandInput))
    return null
  }),
  route(get('/d'), async ({ query: { from } }) => {
    const { Items = [] } = await db.send(
      new QueryCommand({ ...query, ...(from === 'archive' ? { TableName: 'ledger-archive' } : {}) }),
    )
    return Items.length
  }),
  route(get('/e'), async () => {
    const { KeyConditionExpression: _, ...rest } = query
    const input = structuredClone({ ...rest, IndexName: 'by-day', KeyConditionExpression: 'day = :day' })
    return (await db.send(new QueryCommand(input))).Count ?? 0
  }),
)
