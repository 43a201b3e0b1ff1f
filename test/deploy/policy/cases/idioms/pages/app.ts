import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { type AttributeValue, DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import {
  GetParametersByPathCommand,
  type GetParametersByPathCommandOutput,
  SSMClient,
} from '@aws-sdk/client-ssm'
import { calix, del, get, route } from 'calix'

type Key = Record<string, AttributeValue>

const db = new DynamoDBClient()
const s3 = new S3Client()
const ssm = new SSMClient()
const logs = new CloudWatchLogsClient()
const Bucket = 'visit-logs'

const scan = async (from?: Key): Promise<number> => {
  const { Items = [], LastEvaluatedKey } = await db.send(
    new ScanCommand({ TableName: 'visits', ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
  )
  return LastEvaluatedKey === undefined ? Items.length : Items.length + (await scan(LastEvaluatedKey))
}

async function* keys(token?: string): AsyncGenerator<string> {
  const { Contents = [], NextContinuationToken } = await s3.send(
    new ListObjectsV2Command({ Bucket, ...(token === undefined ? {} : { ContinuationToken: token }) }),
  )
  for (const { Key } of Contents) if (Key !== undefined) yield Key
  if (NextContinuationToken !== undefined) yield* keys(NextContinuationToken)
}

async function* filter<A>(from: AsyncIterable<A>, keeps: (a: A) => boolean) {
  for await (const each of from) if (keeps(each)) yield each
}

async function* tap<A>(from: AsyncIterable<A>, run: (a: A) => Promise<unknown>) {
  for await (const each of from) {
    await run(each)
    yield each
  }
}

const remove = (Key: string) => s3.send(new DeleteObjectCommand({ Bucket, Key }))

const entries = {
  [Symbol.asyncIterator]() {
    let isDone = false
    return {
      async next(): Promise<IteratorResult<number>> {
        if (isDone) return { done: true, value: undefined }
        isDone = true
        const { events = [] } = await logs.send(
          new FilterLogEventsCommand({ logGroupName: '/aws/lambda/visits' }),
        )
        return { done: false, value: events.length }
      },
    }
  },
}

export const app = calix(
  {},
  route(get('/recursive'), () => scan()),
  route(get('/do-while'), async () => {
    let count = 0
    let start: Key | undefined
    do {
      const page = await db.send(
        new QueryCommand({
          TableName: 'visits',
          IndexName: 'by-page',
          ...(start && { ExclusiveStartKey: start }),
        }),
      )
      count += page.Count ?? 0
      start = page.LastEvaluatedKey
    } while (start !== undefined)
    return count
  }),
  route(get('/generated'), async () => {
    const sizes: Array<number> = []
    for await (const Key of keys()) {
      const { ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket, Key }))
      sizes.push(ContentLength)
    }
    return sizes
  }),
  route(del('/pipeline'), async () => {
    let count = 0
    const old = filter(keys(), (key) => key.length > 2)
    for await (const _ of tap(old, remove)) count += 1
    return count
  }),
  route(get('/labelled'), async () => {
    let NextToken: string | undefined
    let seen = 0
    pages: while (true) {
      const page: GetParametersByPathCommandOutput = await ssm.send(
        new GetParametersByPathCommand({ Path: '/visits', NextToken }),
      )
      const { Parameters = [], NextToken: next } = page
      for (const { Name } of Parameters) {
        if (Name === '/visits/stop') break pages
        seen += 1
      }
      if (next === undefined) break
      NextToken = next
    }
    return seen
  }),
  route(get('/iterator'), async () => {
    let total = 0
    for await (const count of entries) total += count
    return total
  }),
)
