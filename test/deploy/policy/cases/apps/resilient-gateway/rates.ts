import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { logged } from './logged.ts'
import { CircuitBreaker } from './resilience/breaker.ts'
import { cached } from './resilience/cached.ts'
import { retrying } from './resilience/retry.ts'

const dynamo = new DynamoDBClient({})
const s3 = new S3Client({})
const twice = retrying({ attempts: 2, delayMs: 0 })

const store = logged('rates', {
  async read(currency: string) {
    const { Item } = await dynamo.send(
      new GetItemCommand({ TableName: 'fx-rates', Key: { currency: { S: currency } } }),
    )
    return Number(Item?.rate?.N ?? 1)
  },
  async write(currency: string, rate: number) {
    const Item = { currency: { S: currency }, rate: { N: String(rate) } }
    await dynamo.send(new PutItemCommand({ TableName: 'fx-rates', Item }))
  },
})

const yesterday = async () => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'fx-snapshots', Key: 'yesterday.json' }))
  return JSON.parse((await Body?.transformToString()) ?? '{}')
}

const breaker = new CircuitBreaker({ threshold: 1 }).fallback('read', yesterday)

export const rateOf = cached(
  (currency: string) => breaker.run('read', () => twice((of: string) => store.read(of))(currency)),
  { ttlMs: 5_000 },
)

export const setRate = twice((currency: string, rate: number) => store.write(currency, rate))
