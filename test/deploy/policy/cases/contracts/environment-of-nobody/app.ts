import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, environment, get, route } from 'calix'

interface Environment {
  readonly db: DynamoDBClient
}

const show = route(get('/items/:id'), async ({ params }, { db }: Environment) => {
  const { Item } = await db.send(new GetItemCommand({ TableName: 'items', Key: { id: { S: params.id } } }))
  return Item ?? null
})

export const app = calix({ environment: environment<Environment>() }, show)
