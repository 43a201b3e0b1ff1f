import { createHash } from 'node:crypto'
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

const documents = DynamoDBDocument.from(new DynamoDBClient({}))

export interface IdempotencyOptions<A extends ReadonlyArray<unknown>> {
  readonly table?: string
  readonly key?: (...args: A) => string
}

const hashed = (...args: ReadonlyArray<unknown>) =>
  createHash('sha256').update(JSON.stringify(args)).digest('hex')

export const idempotent =
  <A extends ReadonlyArray<unknown>>({ table = 'idempotency', key = hashed }: IdempotencyOptions<A> = {}) =>
  <R>(work: (...args: A) => Promise<R>) =>
    Object.assign(
      async (...args: A): Promise<R> => {
        const id = `${work.name}#${key(...args)}`
        const { Item } = await documents.get({ TableName: table, Key: { id } })
        if (Item?.done === true) return Item.answer as R
        const answer = await work(...args)
        await documents.put({ TableName: table, Item: { id, done: true, answer } })
        return answer
      },
      {
        forget: (...args: A) =>
          documents.delete({ TableName: table, Key: { id: `${work.name}#${key(...args)}` } }),
      },
    )
