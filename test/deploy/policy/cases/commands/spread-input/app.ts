import { DynamoDBClient, PutItemCommand, type PutItemCommandInput } from '@aws-sdk/client-dynamodb'
import { calix, post, put, route } from 'calix'

const client = new DynamoDBClient({})

const DEFAULTS = { TableName: 'things', ReturnValues: 'NONE' } as const
const onlyNew = { ConditionExpression: 'attribute_not_exists(id)' }

const save = (options: Partial<PutItemCommandInput>, id: string) =>
  client.send(new PutItemCommand({ ...DEFAULTS, ...options, Item: { id: { S: id } } }))

export const app = calix(
  {},
  route(post('/things/:id'), async ({ params }) => {
    await save(onlyNew, params.id)
    return null
  }),
  route(put('/archive/:id'), async ({ params }) => {
    await save({ TableName: 'archive' }, params.id)
    return null
  }),
)
