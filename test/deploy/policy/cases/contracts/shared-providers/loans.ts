import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { put, route } from 'calix'
import * as t from 'io-ts'
import type { Environment } from './guards.ts'

export const loans = route(
  put('/:book', { body: t.type({ card: t.string }) }),
  async ({ body, params }, { db }: Pick<Environment, 'db'>) => {
    await db.send(
      new UpdateItemCommand({
        TableName: 'loans',
        Key: { book: { S: params.book } },
        UpdateExpression: 'SET card = :card',
        ExpressionAttributeValues: { ':card': { S: body.card } },
      }),
    )
    return { lent: params.book }
  },
)
