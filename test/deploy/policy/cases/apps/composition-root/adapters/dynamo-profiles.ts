import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Profiles } from '../ports.ts'

export const makeDynamoProfiles = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): Profiles => {
  const key = (userId: string) => ({ pk: { S: `USER#${userId}` } })
  return {
    load: async (userId) => {
      const found = await client.send(new GetItemCommand({ TableName: table, Key: key(userId) }))
      return found.Item?.profile?.S === undefined ? undefined : JSON.parse(found.Item.profile.S)
    },
    store: async (userId, profile) => {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: { ...key(userId), profile: { S: JSON.stringify(profile) } },
        }),
      )
    },
    drop: async (userId) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: key(userId) }))
    },
  }
}
