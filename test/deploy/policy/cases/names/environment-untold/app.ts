import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})

const read = route(get('/rows/:id'), async ({ params }) => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: process.env.SECRET_TABLE, Key: { id: { S: params.id } } }),
  )
  return Item ?? null
})
const stage = process.env.DEPLOY_STAGE
const other = route(get('/other/:id'), async ({ params }) => {
  const { Item } = await client.send(
    new GetItemCommand({ TableName: `other-${stage}`, Key: { id: { S: params.id } } }),
  )
  return Item ?? null
})

export const app = calix({}, read, other)
