import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'

export interface User {
  readonly id: string
  readonly mail: string
}

export const userRepository = (client: DynamoDBClient, TableName: string) => ({
  find: async (id: string): Promise<User | undefined> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))
    return Item === undefined ? undefined : { id, mail: Item.mail?.S ?? '' }
  },
  save: async ({ id, mail }: User): Promise<void> => {
    await client.send(new PutItemCommand({ TableName, Item: { id: { S: id }, mail: { S: mail } } }))
  },
})

export type UserRepository = ReturnType<typeof userRepository>
