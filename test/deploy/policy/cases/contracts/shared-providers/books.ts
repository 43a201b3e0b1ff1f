import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { get, route } from 'calix'
import type { Environment, Reader } from './guards.ts'

export const books = route(
  get('/:shelf'),
  async ({ params }, { db, reader }: Pick<Environment, 'db'> & Reader) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: 'books',
        KeyConditionExpression: 'shelf = :shelf',
        ExpressionAttributeValues: { ':shelf': { S: params.shelf } },
      }),
    )
    return { reader: reader.card, books: Items.length }
  },
)

export const shelves = route(get('/'), (_, { reader }: Reader) => [`the shelf of ${reader.card}`])
