// @ts-nocheck
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { client, table } from '@/client'

export const loadThing = async (id: string) =>
  (await client.send(new GetItemCommand({ TableName: table, Key: { id: { S: id } } }))).Item ?? null
