import { ScanCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})

export default calix(
  {},
  route(get('/rows'), async () => (await client.send(new ScanCommand({ TableName: 'default' }))).Items ?? []),
)
