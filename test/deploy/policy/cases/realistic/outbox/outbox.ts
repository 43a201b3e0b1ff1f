import { DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'

export type Write =
  | { readonly kind: 'insert'; readonly table: string; readonly item: object }
  | { readonly kind: 'increment'; readonly table: string; readonly id: string }

const client = new DynamoDBClient({})

export const insert = (table: string, item: object): Write => ({ kind: 'insert', table, item })
export const increment = (table: string, id: string): Write => ({ kind: 'increment', table, id })
export const emit = (type: string, detail: object): Write => insert('outbox', { type, detail })

const toItem = (write: Write): TransactWriteItem => {
  switch (write.kind) {
    case 'insert':
      return { Put: { TableName: write.table, Item: marshall(write.item) } }
    case 'increment':
      return {
        Update: {
          TableName: write.table,
          Key: marshall({ id: write.id }),
          UpdateExpression: 'ADD #n :one',
          ExpressionAttributeNames: { '#n': 'count' },
          ExpressionAttributeValues: marshall({ ':one': 1 }),
        },
      }
  }
}

export const commit = async (...writes: ReadonlyArray<Write>): Promise<void> => {
  const TransactItems = writes.map(toItem)
  await client.send(new TransactWriteItemsCommand({ TransactItems }))
}
