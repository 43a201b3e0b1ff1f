import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  BatchWriteItemCommand,
  DynamoDBClient,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { limited } from './limit.ts'
import { Loader } from './loader.ts'

const client = new DynamoDBClient({})
const PRODUCTS = 'catalogue-products'
const PRICES = 'catalogue-prices'

const batchGet = (table: string) => async (ids: ReadonlyArray<string>) => {
  let RequestItems: BatchGetItemCommandOutput['UnprocessedKeys'] = {
    [table]: { Keys: ids.map((id) => ({ id: { S: id } })) },
  }
  const found = new Map<string, string>()
  do {
    const answer: BatchGetItemCommandOutput = await client.send(new BatchGetItemCommand({ RequestItems }))
    for (const { id, value } of answer.Responses?.[table] ?? []) found.set(id?.S ?? '', value?.S ?? '')
    RequestItems = answer.UnprocessedKeys
  } while (RequestItems !== undefined && Object.keys(RequestItems).length > 0)
  return ids.map((id) => found.get(id))
}

export const loaders = () => ({
  products: new Loader(batchGet(PRODUCTS)),
  prices: new Loader(batchGet(PRICES)),
})

interface Change {
  readonly id: string
  readonly kind: 'product' | 'price'
  readonly value: string
}

const four = limited(4)

export const importAll = async (changes: ReadonlyArray<Change>): Promise<number> => {
  const byTable = Map.groupBy(changes, ({ kind }) => (kind === 'price' ? PRICES : PRODUCTS))
  const writes = [...byTable].map(([table, of]) => {
    const requests: Array<WriteRequest> = of.map(({ id, value }) => ({
      PutRequest: { Item: { id: { S: id }, value: { S: value } } },
    }))
    return four(() => client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } })))
  })
  await Promise.all(writes)
  return changes.length
}
