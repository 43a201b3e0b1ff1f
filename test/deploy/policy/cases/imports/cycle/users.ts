import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { orders } from './orders.ts'

const client = new DynamoDBClient({})

export const users = {
  find: (id: string) => client.send(new GetItemCommand({ TableName: 'users', Key: { id: { S: id } } })),
  orders: (id: string) => orders.of(id),
}
