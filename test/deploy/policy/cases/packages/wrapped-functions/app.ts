// @ts-nocheck The package is put into an installation when the case is read.
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, post, route } from 'calix'
import limit, { memoize, retry } from 'little-functions'

const client = new DynamoDBClient({})

const find = memoize(async (id) => {
  const { Item } = await client.send(new GetItemCommand({ TableName: 'wrapped', Key: { id: { S: id } } }))
  return Item ?? null
})
const limited = limit(2)

export const app = calix(
  {},
  route(get('/x/:id'), ({ params }) => find(params.id)),
  route(post('/x/:id'), async ({ params }) => {
    await retry(
      async () => {
        await client.send(new PutItemCommand({ TableName: 'wrapped', Item: { id: { S: params.id } } }))
      },
      { times: 3 },
    )
    return limited(() => find('all'))
  }),
  route(get('/none'), () => 'none'),
)
