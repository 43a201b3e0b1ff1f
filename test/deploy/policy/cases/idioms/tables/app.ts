import {
  BatchExecuteStatementCommand,
  DynamoDB,
  DynamoDBClient,
  ExecuteStatementCommand,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocument,
  DynamoDBDocumentClient,
  GetCommand,
  paginateScan,
  type TransactWriteCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { calix, get, post, put, route } from 'calix'

const plain = new DynamoDBClient({})
const documents = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } })
const all = DynamoDBDocument.from(new DynamoDB())

const tables = { a: 'doc-a', b: 'doc-b', c: 'doc-c', d: 'doc-d' } as const
const id = '1'

export const app = calix(
  {},
  route(
    get('/get'),
    async () => (await documents.send(new GetCommand({ TableName: tables.a, Key: { id } }))).Item ?? null,
  ),
  route(get('/aggregated'), async () => {
    const { Count = 0 } = await all.query({ TableName: tables.b, IndexName: 'by-owner' })
    await all.update({ TableName: tables.b, Key: { id }, UpdateExpression: 'ADD n :one' })
    return Count
  }),
  route(post('/transactions'), async () => {
    const items: NonNullable<TransactWriteCommandInput['TransactItems']> = [
      { Put: { TableName: tables.a, Item: { id } } },
    ]
    items.push({ Update: { TableName: tables.b, Key: { id }, UpdateExpression: 'ADD n :one' } })
    const more = [
      { Delete: { TableName: tables.c, Key: { id } } },
      { ConditionCheck: { TableName: tables.d, Key: { id }, ConditionExpression: 'attribute_exists(id)' } },
    ]
    await documents.send(new TransactWriteCommand({ TransactItems: [...items, ...more] }))
    return null
  }),
  route(get('/batches'), async () => {
    const RequestItems = Object.fromEntries([tables.a, tables.b].map((name) => [name, { Keys: [{ id }] }]))
    const { Responses = {} } = await documents.send(new BatchGetCommand({ RequestItems }))
    return Object.keys(Responses)
  }),
  route(put('/batches'), async () => {
    const puts = [1, 2].map((n) => ({ PutRequest: { Item: { id: String(n) } } }))
    await documents.send(new BatchWriteCommand({ RequestItems: { [tables.a]: puts } }))
    return null
  }),
  route(get('/partiql'), async () => {
    const day = '2024'
    const { Items = [] } = await plain.send(
      new ExecuteStatementCommand({ Statement: `SELECT * FROM "doc-p"."by-day" WHERE day = '${day}'` }),
    )
    return Items.length
  }),
  route(post('/partiql'), async () => {
    const statements = [
      'INSERT INTO "doc-p" VALUE {\'id\': ?}',
      'UPDATE "doc-p" SET n = 1',
      'DELETE FROM "doc-p" WHERE id = ?',
    ]
    await plain.send(
      new BatchExecuteStatementCommand({ Statements: statements.map((Statement) => ({ Statement })) }),
    )
    return null
  }),
  route(get('/pages'), async () => {
    let count = 0
    for await (const { Items } of paginateScan({ client: documents }, { TableName: tables.b }))
      count += Items?.length ?? 0
    return count
  }),
)
