import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { ForbiddenError, provide, type Routes, UnauthorizedError, use } from 'calix'
import * as E from 'fp-ts/Either'

export interface Environment {
  readonly db: DynamoDBClient
  readonly bus: EventBridgeClient
}

export interface Reader {
  readonly reader: { readonly card: string; readonly role: string }
}

const reader = provide(
  async ({ headers }, { db }: Pick<Environment, 'db'>) => {
    const { Item } = await db.send(
      new GetItemCommand({ TableName: 'cards', Key: { card: { S: headers['x-card'] ?? '' } } }),
    )
    return Item === undefined
      ? E.left(new UnauthorizedError('no such card'))
      : E.right({ reader: { card: Item.card?.S ?? '', role: Item.role?.S ?? 'reader' } })
  },
  { errors: [UnauthorizedError] },
)

/** Lets only some of the readers through, and tells who did. */
const only = (role: string) =>
  provide(
    async ({ path }, { bus, reader }: Pick<Environment, 'bus'> & Reader) => {
      if (reader.role !== role) return E.left(new ForbiddenError(`for ${role} only`))
      await bus.send(
        new PutEventsCommand({
          Entries: [{ EventBusName: `${role}-audit`, Source: 'library', DetailType: 'asked', Detail: path }],
        }),
      )
      return E.right({})
    },
    { errors: [ForbiddenError] },
  )

export const members = use(reader)

export const staff = use(only('staff'), reader)

export type Guarded = Routes
