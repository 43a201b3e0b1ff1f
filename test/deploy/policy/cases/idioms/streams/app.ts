import { createInterface } from 'node:readline'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BatchWriteItemCommand, DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { Upload } from '@aws-sdk/lib-storage'
import { calix, get, post, route } from 'calix'

const s3 = new S3Client()
const db = new DynamoDBClient()

const source = async (): Promise<Readable> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'stream-in', Key: 'rows.jsonl' }))
  if (!(Body instanceof Readable)) throw new Error('no body')
  return Body
}

async function* rows(chunks: AsyncIterable<Buffer>): AsyncGenerator<WriteRequest> {
  for await (const chunk of chunks) yield { PutRequest: { Item: { row: { S: chunk.toString() } } } }
}

async function* batches<A>(each: AsyncIterable<A>, size: number): AsyncGenerator<ReadonlyArray<A>> {
  let batch: Array<A> = []
  for await (const one of each) {
    batch.push(one)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const write = async (requests: ReadonlyArray<WriteRequest>, attempt = 0): Promise<void> => {
  const { UnprocessedItems: { imported: left = [] } = {} } = await db.send(
    new BatchWriteItemCommand({ RequestItems: { imported: [...requests] } }),
  )
  if (left.length > 0 && attempt < 5) await write(left, attempt + 1)
}

export const app = calix(
  {},
  route(post('/import'), async () => {
    await pipeline(
      await source(),
      rows,
      (all: AsyncIterable<WriteRequest>) => batches(all, 25),
      async (all: AsyncIterable<ReadonlyArray<WriteRequest>>) => {
        for await (const batch of all) await write(batch)
      },
    )
    return null
  }),
  route(post('/transform'), async () => {
    const upper = new Transform({
      transform(chunk, _, done) {
        done(null, String(chunk).toUpperCase())
      },
    })
    const Body = (await source()).pipe(upper)
    await new Upload({ client: s3, params: { Bucket: 'stream-out', Key: 'copy', Body } }).done()
    return null
  }),
  route(get('/lines'), async () => {
    const sqs = new SQSClient()
    let count = 0
    for await (const line of createInterface({ input: await source() })) {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/lines',
          MessageBody: line,
        }),
      )
      count += 1
    }
    return count
  }),
)
