// @ts-nocheck
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { client, table } from '../client'

export const saveThing = async (id: string) => {
  await client.send(new PutItemCommand({ TableName: table, Item: { id: { S: id } } }))
  return null
}
