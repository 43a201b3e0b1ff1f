import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import {
  authorize,
  authorizer,
  calix,
  environment,
  ForbiddenError,
  get,
  lambda,
  NotFoundError,
  provide,
  put,
  route,
  routes,
  UnauthorizedError,
  use,
} from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'

interface Environment {
  readonly db: DynamoDBClient
}

interface Called {
  readonly identity: { readonly principalId: string }
}

const keys = new DynamoDBClient({})

const keyed = authorizer(
  async ({ token }) => {
    const { Item } = await keys.send(new GetItemCommand({ TableName: 'keys', Key: { key: { S: token } } }))
    if (Item === undefined) throw new UnauthorizedError('no such key')
    return { principalId: Item.owner?.S ?? 'nobody', routes: ['*'] }
  },
  { name: 'keyed' },
)

/** A class of errors of one's own. */
class SuspendedError extends ForbiddenError {
  constructor(owner: string) {
    super(`${owner} is suspended`)
  }
}

const account = provide(
  async (_, { db, identity }: Environment & Called) => {
    const { Item } = await db.send(
      new GetItemCommand({ TableName: 'accounts', Key: { owner: { S: identity.principalId } } }),
    )
    if (Item?.suspended?.BOOL === true) return new SuspendedError(identity.principalId)
    return Item === undefined
      ? E.left(new NotFoundError('no account'))
      : E.right({ account: { table: 'settings', owner: Item.owner?.S ?? '' } })
  },
  { errors: [SuspendedError, NotFoundError] },
)

interface Account {
  readonly account: { readonly table: string; readonly owner: string }
}

const me = route(get('/me'), (_, { account, identity }: Account & Called) => ({
  account: account.owner,
  caller: identity.principalId,
}))

const change = route(
  put('/me/settings', { body: t.record(t.string, t.string) }),
  async ({ body }, { account, db }: Account & Environment) => {
    await db.send(
      new PutItemCommand({
        TableName: account.table,
        Item: { owner: { S: account.owner }, settings: { S: JSON.stringify(body) } },
      }),
    )
    return body
  },
)

export const app = calix(
  { environment: environment<Environment>() },
  pipe(routes(me, change), use(account), authorize(keyed)),
)

export const handler = lambda(app, { db: new DynamoDBClient({}) })
