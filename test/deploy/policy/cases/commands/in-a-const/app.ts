import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, patch, route } from 'calix'

const client = new DynamoDBClient({})

const count = route(patch('/pages/:path'), async ({ params }) => {
  const input = {
    TableName: 'page-counts',
    Key: { path: { S: params.path } },
    UpdateExpression: 'ADD #c :one',
    ExpressionAttributeNames: { '#c': 'count' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
  }
  const command = new UpdateItemCommand(input)
  const answer = await client.send(command)
  return answer.Attributes ?? null
})

export const app = calix({}, count)
