import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { calix, post, route } from 'calix'

const docs = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const PRICES = 'prices'

const quote = route(post('/quote'), async ({ body }) => {
  const ids = body as ReadonlyArray<string>
  const { Responses } = await docs.send(
    new BatchGetCommand({
      RequestItems: {
        products: { Keys: ids.map((id) => ({ id })) },
        [PRICES]: { Keys: ids.map((id) => ({ id })), ConsistentRead: true },
      },
    }),
  )
  return Responses ?? {}
})

const chunks = <A>(list: ReadonlyArray<A>, size: number): ReadonlyArray<ReadonlyArray<A>> =>
  list.length === 0 ? [] : [list.slice(0, size), ...chunks(list.slice(size), size)]

const load = route(post('/products'), async ({ body }) => {
  for (const chunk of chunks(body as ReadonlyArray<object>, 25)) {
    const requests = chunk.map((Item) => ({ PutRequest: { Item } }))
    await docs.send(new BatchWriteCommand({ RequestItems: { products: requests } }))
  }
  return null
})

export const app = calix({}, quote, load)
