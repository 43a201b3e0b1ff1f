import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route } from 'calix'
import { memoize, withRetry, withTiming } from './wrappers.ts'

const client = new DynamoDBClient({})

const insert = withRetry(
  (id: string) => client.send(new PutItemCommand({ TableName: 'log', Item: { id: { S: id } } })),
  3,
)

const recent = memoize(
  withTiming('recent', async (kind: string) => {
    const input = {
      TableName: 'log',
      IndexName: 'kind',
      KeyConditionExpression: 'kind = :k',
      ExpressionAttributeValues: { ':k': { S: kind } },
    }
    return (await client.send(new QueryCommand(input))).Items ?? []
  }),
)

export const app = calix(
  {},
  route(post('/log/:id'), async ({ params }) => {
    await insert(params.id)
    return null
  }),
  route(get('/log/:kind'), ({ params }) => recent(params.kind)),
)
