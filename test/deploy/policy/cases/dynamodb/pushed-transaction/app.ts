import { DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { calix, post, route } from 'calix'

const client = new DynamoDBClient({})

const order = route(post('/orders'), async ({ query }) => {
  const TransactItems: Array<TransactWriteItem> = []
  TransactItems.push({ Put: { TableName: 'orders', Item: { id: { S: '1' } } } })
  if (query.coupon)
    TransactItems.push({
      Update: {
        TableName: 'coupons',
        Key: { id: { S: query.coupon } },
        UpdateExpression: 'SET used = :t',
        ExpressionAttributeValues: { ':t': { BOOL: true } },
      },
    })
  await client.send(new TransactWriteItemsCommand({ TransactItems }))
  return null
})

export const app = calix({}, order)
