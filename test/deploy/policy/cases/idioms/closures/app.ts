import {
  DynamoDBClient,
  QueryCommand,
  ScanCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, post, route } from 'calix'

const db = new DynamoDBClient()
const s3 = new S3Client()

const readers: Record<string, () => Promise<number>> = {}
for (const name of ['a', 'b'] as const)
  readers[name] = async () => (await db.send(new ScanCommand({ TableName: `loop-${name}` }))).Count ?? 0

const cached = async (
  Key: string,
  { isKept = false, make = () => '' }: { isKept?: boolean; make?: () => string } = {},
) => {
  const object = { Bucket: 'shared-cache', Key }
  const { Body } = await s3.send(new GetObjectCommand(object))
  const text = (await Body?.transformToString()) ?? make()
  if (isKept) await s3.send(new PutObjectCommand({ ...object, Body: text }))
  return text
}

class Transaction {
  readonly #items: Array<TransactWriteItem> = []
  readonly #TableName: string
  constructor(TableName: string) {
    this.#TableName = TableName
  }
  put(id: string): this {
    this.#items.push({ Put: { TableName: this.#TableName, Item: { id: { S: id } } } })
    return this
  }
  delete(id: string): this {
    this.#items.push({ Delete: { TableName: this.#TableName, Key: { id: { S: id } } } })
    return this
  }
  commit() {
    return db.send(new TransactWriteItemsCommand({ TransactItems: this.#items }))
  }
}

const settings = {
  ssm: new SSMClient(),
  prefix: '/',
  read(this: { ssm: SSMClient; prefix: string }, name: string) {
    return this.ssm.send(new GetParameterCommand({ Name: this.prefix + name }))
  },
}
const borrowed = { ssm: new SSMClient(), prefix: '/borr', read: settings.read }

const lazy = <A>(make: () => A) => {
  let value: A | undefined
  return { get: () => (value ??= make()) }
}
const key = lazy(() =>
  new KMSClient().send(new GetPublicKeyCommand({ KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' })),
)
lazy(() => new KMSClient().send(new GetPublicKeyCommand({ KeyId: '00000000-12ab-34cd-56ef-1234567890ab' })))

export const app = calix(
  {},
  route(get('/loop/a'), () => readers.a?.()),
  route(get('/loop/b'), () => readers['b']?.()),
  route(get('/shared/short'), () => cached('short')),
  route(get('/shared/long'), () => cached('long', { isKept: true, make: () => 'made' })),
  route(post('/chain'), async () => {
    await new Transaction('chained').put('1').delete('2').commit()
    return null
  }),
  route(get('/borrowed'), async () => (await borrowed.read('owed')).Parameter?.Value ?? null),
  route(get('/generator'), async () => {
    const counts: Array<number> = []
    for (let shard = 0; shard < 2; shard += 1) {
      const { Count = 0 } = await db.send(new QueryCommand({ TableName: `shard-${shard}` }))
      counts.push(Count)
    }
    return counts
  }),
  route(get('/lazy'), async () => (await key.get()).KeySpec ?? null),
)
