import { DynamoDBClient, paginateScan, waitUntilTableExists } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})
const documentClient = DynamoDBDocumentClient.from(client)

const everything = route(get('/measures'), async () => {
  const found: Array<unknown> = []
  for await (const { Items = [] } of paginateScan({ client, pageSize: 100 }, { TableName: 'measures' }))
    found.push(...Items)
  return found
})

async function* measuresOf(sensor: string) {
  const pages = paginateQuery(
    { client: documentClient },
    {
      TableName: 'measures',
      KeyConditionExpression: 'sensor = :s',
      ExpressionAttributeValues: { ':s': sensor },
    },
  )
  for await (const page of pages) yield* page.Items ?? []
}

const ofSensor = route(get('/sensors/:id/measures'), async ({ params }) => {
  const found: Array<unknown> = []
  for await (const each of measuresOf(params.id)) found.push(each)
  return found
})

const ready = route(get('/ready'), async () => {
  const { state } = await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: 'measures' })
  return state
})

export const app = calix({}, everything, ofSensor, ready)
