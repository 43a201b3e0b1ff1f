import { calix, get, grants, type HttpError, lambda, provide, route, UnauthorizedError, use } from 'calix'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'

const db = new DynamoDBClient({})

/** Asks in a way that is not followed. */
const verify = (token: string): TE.TaskEither<HttpError, { readonly id: string }> =>
  token === '' ? TE.left(new UnauthorizedError('no token')) : TE.right({ id: token.slice(0, 8) })

const user = pipe(
  provide(({ headers }) =>
    pipe(
      verify(headers['x-token'] ?? 'ada'),
      TE.map((user) => ({ user })),
    ),
  ),
  grants({
    'verifiedpermissions:IsAuthorizedWithToken': 'arn:aws:verifiedpermissions::123456789012:policy-store/a',
  }),
)

const orders = pipe(
  route(get('/orders'), async (_, { user }: { readonly user: { readonly id: string } }) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: 'orders',
        KeyConditionExpression: 'buyer = :buyer',
        ExpressionAttributeValues: { ':buyer': { S: user.id } },
      }),
    )
    return Items.length
  }),
  use(user),
)

const health = route(get('/health'), () => 'fine')

export const app = calix({}, orders, health)

export const handler = lambda(app)
