// @ts-nocheck Which command comes back is lost on the compiler.
import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3'
import { calix, get, NotFoundError, post, route } from 'calix'

const db = new DynamoDBClient()
const s3 = new S3Client()
const TableName = 'acts'

type Act = 'add' | 'drop'
const isAct = (text: string): text is Act => ['add', 'drop'].includes(text)

function commandOf(act?: Act) {
  switch (act) {
    case 'add':
      return new PutItemCommand({ TableName, Item: {} })
    case 'drop':
      return new DeleteItemCommand({ TableName, Key: {} })
    default:
      return new DescribeTableCommand({ TableName })
  }
}

const operations = { count: () => new ScanCommand({ TableName }) }

class Unit {
  #commands = []
  add(...commands) {
    this.#commands = this.#commands.concat(commands)
    return this
  }
  async flush() {
    while (this.#commands.length > 0) await db.send(this.#commands.shift())
  }
}

export const app = calix(
  {},
  route(post('/acts/:act'), async ({ params }) => {
    await db.send(commandOf(isAct(params.act) ? params.act : undefined))
    return null
  }),
  route(get('/nested'), async ({ query: { a, b } }) => {
    const Bucket = 'nested'
    const command = a
      ? new GetObjectCommand({ Bucket, Key: 'a' })
      : b
        ? new HeadObjectCommand({ Bucket, Key: 'b' })
        : new ListObjectsV2Command({ Bucket })
    await s3.send(command)
    return null
  }),
  route(get('/and'), async ({ query }) => {
    const command = query.with === 'tags' && new GetObjectTaggingCommand({ Bucket: 'nested', Key: 'tagged' })
    command && (await s3.send(command))
    return null
  }),
  route(get('/table/:op'), async ({ params: { op } }) => {
    if (!(op in operations) || !Object.hasOwn(operations, op)) return new NotFoundError(op)
    return (await db.send(operations[op]())).Count ?? 0
  }),
  route(post('/queue'), async () => {
    const unit = new Unit()
    unit
      .add(new PutItemCommand({ TableName: 'queued', Item: {} }))
      .add(new UpdateItemCommand({ TableName: 'queued', Key: {} }))
    await unit.flush()
    return null
  }),
  route(get('/constant'), async () => (await db.send(commandOf())).Table?.TableName ?? null),
)
