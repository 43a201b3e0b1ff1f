import { ScanCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { calix, get, lambda, route } from 'calix'

const client = new DynamoDBClient({})

export const handler = lambda(
  calix(
    {},
    route(get('/rows'), async () => (await client.send(new ScanCommand({ TableName: 'alone' }))).Items ?? []),
  ),
)
