import {
  BatchGetItemCommand,
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { DeleteBucketCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, NotFoundError, post, route } from 'calix'

const flags = {
  newSearch: process.env.NEW_SEARCH === 'true',
  dangerous: false,
  limits: { deep: 0 },
} as const
const IS_TEST = process.env.MODE !== 'live'

const db = new DynamoDBClient()
const s3 = new S3Client()
const TableName = 'live'

const oldSearch = () => db.send(new QueryCommand({ TableName, KeyConditionExpression: 'a = :a' }))
const newSearch = () => db.send(new BatchGetItemCommand({ RequestItems: { live: { Keys: [] } } }))
const wipe = () => db.send(new DeleteTableCommand({ TableName }))
const one = (id: string) => db.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))

const kinds = {
  a: () => db.send(new ScanCommand({ TableName })),
  b: () => s3.send(new ListObjectsV2Command({ Bucket: 'live-files' })),
}
const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind)

export const app = calix(
  {},
  route(get('/search'), async () => {
    const search = flags.newSearch ? newSearch : oldSearch
    await search()
    return null
  }),
  route(get('/dead'), async () => {
    if (false as boolean) await wipe()
    if (flags.dangerous) await wipe()
    if (flags.limits.deep > 0) await s3.send(new DeleteBucketCommand({ Bucket: 'live-files' }))
    await one('1')
    return null
    // biome-ignore lint/correctness/noUnreachable: it is about what is never reached
    await wipe()
  }),
  route(get('/mode'), async () => {
    if (IS_TEST) {
      await wipe()
    } else {
      await s3.send(new GetObjectCommand({ Bucket: 'live-files', Key: 'state' }))
    }
    return null
  }),
  route(get('/early/:id'), async ({ params }) => {
    if (params.id === 'none') return new NotFoundError('none')
    const { Item } = await one(params.id)
    return Item ?? null
  }),
  route(post('/finally'), async () => {
    try {
      await db.send(new PutItemCommand({ TableName, Item: {} }))
    } catch (error) {
      if (!(error instanceof Error)) throw error
    } finally {
      await new SNSClient().send(
        new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:done', Message: 'x' }),
      )
    }
    return null
  }),
  route(get('/kinds/:kind'), async ({ params: { kind } }) => {
    if (!isKind(kind)) return new NotFoundError(kind)
    await kinds[kind]()
    return null
  }),
)
