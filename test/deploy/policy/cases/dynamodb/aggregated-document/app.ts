import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb'
import { calix, get, put, route } from 'calix'

const db = DynamoDBDocument.from(new DynamoDB({}))

export const app = calix(
  {},
  route(get('/carts/:id'), async ({ params }) => {
    const { Item } = await db.get({ TableName: 'carts', Key: { id: params.id } })
    return Item ?? {}
  }),
  route(put('/carts/:id'), async ({ body, params }) => {
    await db.put({ TableName: 'carts', Item: { id: params.id, items: body } })
    await db.update({
      TableName: 'customers',
      Key: { id: params.id },
      UpdateExpression: 'SET seen = :now',
      ExpressionAttributeValues: { ':now': 1 },
    })
    return null
  }),
)
