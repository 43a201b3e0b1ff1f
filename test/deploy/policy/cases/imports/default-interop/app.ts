import dynamodb from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const { DynamoDBClient } = dynamodb
const client = new DynamoDBClient({})

const read = route(get('/users/:id'), async ({ params }) => {
  const { Item } = await client.send(
    new dynamodb.GetItemCommand({ TableName: 'users', Key: { id: { S: params.id } } }),
  )
  return Item ?? null
})

export const app = calix({}, read)
