import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm'
import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { calix, get, route } from 'calix'

const ssm = new SSMClient({})
const { Parameters = [] } = await ssm.send(new GetParametersByPathCommand({ Path: '/settings' }))
const settings = Object.fromEntries(Parameters.map(({ Name, Value }) => [Name, Value]))

const client = new DynamoDBClient({})

export const app = calix(
  {},
  route(get('/settings'), () => settings),
  route(get('/rows/:id'), async ({ params }) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: 'rows', Key: { id: { S: params.id } } }),
    )
    return Item ?? null
  }),
)
