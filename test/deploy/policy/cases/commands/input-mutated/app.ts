import { DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})

const list = route(get('/items'), async ({ query }) => {
  const input: ScanCommandInput = { TableName: 'items' }
  if (query.limit !== undefined) input.Limit = Number(query.limit)
  if (query.view === 'cheap') {
    input.IndexName = 'by-price'
    input['FilterExpression'] = 'price < :max'
    input.ExpressionAttributeValues = { ':max': { N: '10' } }
  }
  const items: Array<unknown> = []
  do {
    const page = await client.send(new ScanCommand(input))
    items.push(...(page.Items ?? []))
    if (page.LastEvaluatedKey !== undefined) input.ExclusiveStartKey = page.LastEvaluatedKey
    else break
  } while (true)
  return items
})

export const app = calix({}, list)
