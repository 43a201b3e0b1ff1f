import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Request } from 'calix'

const client = new DynamoDBClient({})

type Asked = Request<{ readonly id: string }>

export async function show({ params }: Asked) {
  return (
    (await client.send(new GetItemCommand({ TableName: 'users', Key: { id: { S: params.id } } }))).Item ??
    null
  )
}

export const makeUpdate =
  (table: string) =>
  async ({ params }: Asked) => {
    const UpdateExpression = 'SET updated = :t'
    const ExpressionAttributeValues = { ':t': { BOOL: true } }
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { id: { S: params.id } },
        UpdateExpression,
        ExpressionAttributeValues,
      }),
    )
    return null
  }
