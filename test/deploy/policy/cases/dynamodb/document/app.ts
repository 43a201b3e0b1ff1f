import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { calix, del, get, NotFoundError, patch, post, route, routes } from 'calix'

const ddb = new DynamoDBClient({ maxAttempts: 2 })
const docs = DynamoDBDocumentClient.from(ddb, { marshallOptions: { removeUndefinedValues: true } })
const TableName = 'todos'

const one = route(get('/todos/:id'), async ({ params: { id } }) => {
  const { Item } = await docs.send(new GetCommand({ TableName, Key: { id } }))
  return Item ?? new NotFoundError(id)
})
const create = route(post('/todos'), async ({ body }) => {
  const Item = { id: 'new', ...(body as object) }
  await docs.send(new PutCommand({ TableName, Item }))
  return Item
})
const search = route(get('/todos'), async ({ query: { owner } }) => {
  if (!owner) return (await docs.send(new ScanCommand({ TableName, Limit: 50 }))).Items ?? []
  const { Items = [] } = await docs.send(
    new QueryCommand({
      TableName,
      IndexName: 'owner-index',
      KeyConditionExpression: '#o = :o',
      ExpressionAttributeNames: { '#o': 'owner' },
      ExpressionAttributeValues: { ':o': owner },
    }),
  )
  return Items
})
const done = route(patch('/todos/:id'), async ({ params }) => {
  const { Attributes } = await docs.send(
    new UpdateCommand({
      TableName,
      Key: params,
      UpdateExpression: 'SET done = :t',
      ExpressionAttributeValues: { ':t': true },
      ReturnValues: 'ALL_NEW',
    }),
  )
  return Attributes ?? null
})
const remove = route(del('/todos/:id'), async ({ params }) => {
  await docs.send(new DeleteCommand({ TableName, Key: params }))
})

export const app = calix({}, routes(one, create, search, done, remove))
