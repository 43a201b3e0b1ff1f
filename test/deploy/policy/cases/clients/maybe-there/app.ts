import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { calix, get, post, route } from 'calix'

interface Shared {
  __s3?: S3Client
}
const shared = globalThis as typeof globalThis & Shared
shared.__s3 ??= new S3Client({})

const bookings: Array<unknown> = []
const useMemory = process.env.USE_MEMORY === 'true'
let client: DynamoDBDocumentClient | undefined
if (!useMemory) {
  client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
}

const list = async () => {
  if (useMemory) return bookings
  // biome-ignore lint/style/noNonNullAssertion: as people write it.
  const { Items } = await client!.send(new ScanCommand({ TableName: 'bookings' }))
  return Items ?? []
}

export const app = calix(
  {},
  route(get('/bookings'), list),
  route(post('/bookings'), async ({ body }) => {
    if (useMemory) return bookings.push(body)
    await client?.send(new PutCommand({ TableName: 'bookings', Item: { id: '1', body } }))
    return null
  }),
  route(get('/terms'), async () => {
    const { Body } = (await shared.__s3?.send(new GetObjectCommand({ Bucket: 'legal', Key: 'terms' }))) ?? {}
    return Body?.transformToString()
  }),
)
