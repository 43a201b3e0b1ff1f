import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, post, route } from 'calix'

const db = new DynamoDBClient()
const sqs = new SQSClient()

class Table implements AsyncIterable<unknown> {
  readonly #name: string
  constructor(name: string) {
    this.#name = name
  }
  async *[Symbol.asyncIterator]() {
    const { Items = [] } = await db.send(new ScanCommand({ TableName: this.#name }))
    yield* Items
  }
}

class Polls implements Iterable<Promise<number>> {
  #left = 2;
  [Symbol.iterator](): Iterator<Promise<number>> {
    return this
  }
  next(): IteratorResult<Promise<number>> {
    if (this.#left === 0) return { done: true, value: undefined }
    this.#left -= 1
    const QueueUrl = 'https://sqs.us-west-2.amazonaws.com/123456789012/tasks'
    const value = sqs
      .send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
      .then(({ Messages = [] }) => Messages.length)
    return { done: false, value }
  }
}

async function* recent() {
  const { Items = [] } = await db.send(new QueryCommand({ TableName: 'audit', Limit: 5 }))
  for (const item of Items) yield item
}

type Step = () => Promise<unknown>
function* saga(id: string): Generator<Step, string, unknown> {
  const found = yield () => db.send(new GetItemCommand({ TableName: 'saga', Key: { id: { S: id } } }))
  if (found !== undefined)
    yield () => db.send(new PutItemCommand({ TableName: 'saga', Item: { id: { S: id } } }))
  return id
}

const runAll = async <A>(steps: Generator<Step, A, unknown>): Promise<A> => {
  let step = steps.next()
  while (!step.done) step = steps.next(await step.value())
  return step.value
}

async function* buckets() {
  const { Buckets = [] } = await new S3Client().send(new ListBucketsCommand({}))
  yield* Buckets
}

export const app = calix(
  {},
  route(get('/class'), async () => {
    let count = 0
    for await (const _ of new Table('audit')) count += 1
    return count
  }),
  route(get('/spread'), async () => Promise.all([...new Polls()])),
  route(get('/manual'), async () => {
    const iterator = recent()[Symbol.asyncIterator]()
    const { done } = await iterator.next()
    return done ?? false
  }),
  route(post('/two-way'), () => runAll(saga('1'))),
  route(get('/from-async'), async () => {
    // @ts-expect-error newer than the library that the repository's configuration names
    const names = await Array.fromAsync(buckets(), ({ Name }) => Name)
    return names.length
  }),
  route(get('/unused'), () => {
    const rows = new Table('secrets')
    return rows instanceof Table
  }),
)
