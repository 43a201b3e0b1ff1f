import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import {
  calix,
  environment,
  get,
  lambda,
  NotFoundError,
  provide,
  route,
  routes,
  UnauthorizedError,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'

interface User {
  readonly id: string
  readonly name: string
}

interface Environment {
  readonly db: DynamoDBClient
}

const user = provide(
  ({ headers }, { db }: Environment) =>
    pipe(
      TE.tryCatch(
        () =>
          db.send(
            new GetItemCommand({ TableName: 'sessions', Key: { token: { S: headers['x-token'] ?? '' } } }),
          ),
        () => new UnauthorizedError('the session cannot be read'),
      ),
      TE.chainW(({ Item }) =>
        Item === undefined ? TE.left(new UnauthorizedError('no session')) : TE.right(Item),
      ),
      TE.map((item) => ({ user: { id: item.user?.S ?? '', name: item.name?.S ?? '' } satisfies User })),
    ),
  { errors: [UnauthorizedError] },
)

const me = route(get('/me'), (_, { user }: { readonly user: User }) => ({ hello: user.name }))

const orders = route(get('/me/orders'), (_, { user, db }: Environment & { readonly user: User }) =>
  TE.tryCatch(
    async () => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: 'orders',
          KeyConditionExpression: 'buyer = :buyer',
          ExpressionAttributeValues: { ':buyer': { S: user.id } },
        }),
      )
      return { orders: Items.length }
    },
    () => new NotFoundError('no orders'),
  ),
)

const health = route(get('/health'), () => 'fine')

export const app = calix(
  { name: 'shop', environment: environment<Environment>() },
  pipe(routes(me, orders), use(user, cors())),
  health,
)

export const handler = lambda(app, { db: new DynamoDBClient({}) })
