import { createHash } from 'node:crypto'
import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { authorizer } from 'calix'
import { pepper } from './start.ts'

const dynamo = new DynamoDBClient({})
const TableName = 'portal-sessions'
const idOf = (token: string) => createHash('sha256').update(`${pepper}${token}`).digest('hex')

const userOf = async (token: string): Promise<string | undefined> => {
  const Key = { id: { S: idOf(token) } }
  const { Item } = await dynamo.send(new GetItemCommand({ TableName, Key }))
  if (Item?.user?.S === undefined) return undefined
  await dynamo.send(
    new UpdateItemCommand({
      TableName,
      Key,
      UpdateExpression: 'SET seen = :now',
      ExpressionAttributeValues: { ':now': { N: String(Date.now()) } },
    }),
  )
  return Item.user.S
}

export const session = authorizer(
  async ({ token }) => {
    const user = await userOf(token ?? '')
    return { principalId: user ?? 'nobody', routes: user === undefined ? [] : ['*'] }
  },
  { name: 'session' },
)
