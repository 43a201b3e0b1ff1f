import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'
import { errors, json } from 'calix/middleware'

const client = new DynamoDBClient({})

const tenant = {
  before: async () => {
    await client.send(new GetItemCommand({ TableName: 'tenants', Key: { id: { S: 'one' } } }))
  },
}

export const app = calix(
  { name: 'defaults', defaults: [errors(), json(), tenant] },
  route(get('/fine'), () => 'fine'),
)
