import { DeleteTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { calix, del, get, type Routes, route } from 'calix'

const client = new DynamoDBClient({})

const list = route(
  get('/rows'),
  async () => (await client.send(new ScanCommand({ TableName: 'rows' }))).Items ?? [],
)

// Kept for the day that it is wanted again.
export const dropTable = route(del('/rows'), async () => {
  await client.send(new DeleteTableCommand({ TableName: 'rows' }))
})

const isDangerous = false
const extra: ReadonlyArray<Routes> = isDangerous ? [dropTable] : []

export const app = calix({}, list, ...extra)
