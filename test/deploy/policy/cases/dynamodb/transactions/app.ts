import { DynamoDBClient, TransactGetItemsCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { calix, get, post, route } from 'calix'

const client = new DynamoDBClient({})
const docs = DynamoDBDocumentClient.from(client)

const transfer = route(post('/transfers'), async ({ body }) => {
  const { from, to, amount } = body as { readonly from: string; readonly to: string; readonly amount: number }
  const add = (id: string, by: number) => ({
    Update: {
      TableName: 'accounts',
      Key: { id },
      UpdateExpression: 'ADD balance :by',
      ExpressionAttributeValues: { ':by': by },
    },
  })
  await docs.send(
    new TransactWriteCommand({
      TransactItems: [
        add(from, -amount),
        add(to, amount),
        { Put: { TableName: 'transfers', Item: { id: '1', from, to, amount } } },
        { Delete: { TableName: 'holds', Key: { id: from } } },
        {
          ConditionCheck: {
            TableName: 'sanctions',
            Key: { id: to },
            ConditionExpression: 'attribute_not_exists(id)',
          },
        },
      ],
    }),
  )
  return null
})

const balances = route(get('/balances/:a/:b'), async ({ params }) => {
  const { Responses } = await client.send(
    new TransactGetItemsCommand({
      TransactItems: [params.a, params.b].map((id) => ({
        Get: { TableName: 'accounts', Key: { id: { S: id } } },
      })),
    }),
  )
  return Responses ?? []
})

export const app = calix({}, transfer, balances)
