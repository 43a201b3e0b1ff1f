import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { users } from './users.ts'

const client = new DynamoDBClient({})

export const orders = {
  of: (user: string) =>
    client.send(
      new QueryCommand({
        TableName: 'orders',
        KeyConditionExpression: '#u = :u',
        ExpressionAttributeNames: { '#u': 'user' },
        ExpressionAttributeValues: { ':u': { S: user } },
      }),
    ),
  user: (id: string) => users.find(id),
}
