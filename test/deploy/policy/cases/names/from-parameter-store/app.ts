import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, post, route } from 'calix'

const ssm = new SSMClient({})
const client = new DynamoDBClient({})

const tableName = async () => {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/tables/orders' }))
  return Parameter?.Value ?? 'orders'
}

export const app = calix(
  {},
  route(post('/orders'), async () => {
    const TableName = await tableName()
    await client.send(new PutItemCommand({ TableName, Item: { id: { S: '1' } } }))
    return null
  }),
)
