import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})
const TableName = 'articles'

const list = route(get('/articles'), async ({ query }) => {
  const { author } = query
  const { Items } = await (author === undefined
    ? client.send(new ScanCommand({ TableName }))
    : client.send(
        new QueryCommand({
          TableName,
          IndexName: 'by-author',
          KeyConditionExpression: 'author = :a',
          ExpressionAttributeValues: { ':a': { S: author } },
        }),
      ))
  return Items ?? []
})

export const app = calix({}, list)
