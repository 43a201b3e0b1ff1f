import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'
import { isWarm } from './secret.ts'
import { settings } from './settings.ts'

export const app = calix(
  {},
  route(
    get('/a'),
    async () => (await new DynamoDBClient().send(new ScanCommand({ TableName: settings.table }))).Count ?? 0,
  ),
  route(get('/b'), () => isWarm()),
)
