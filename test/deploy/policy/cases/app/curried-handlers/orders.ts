import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'

export interface Orders {
  readonly byId: (id: string) => Promise<unknown>
  readonly insert: (id: string, text: string) => Promise<void>
}

export const makeOrders = (client: DynamoDBClient, table: string): Orders => ({
  byId: async (id) =>
    (await client.send(new GetItemCommand({ TableName: table, Key: { id: { S: id } } }))).Item,
  insert: async (id, text) => {
    await client.send(new PutItemCommand({ TableName: table, Item: { id: { S: id }, text: { S: text } } }))
  },
})
