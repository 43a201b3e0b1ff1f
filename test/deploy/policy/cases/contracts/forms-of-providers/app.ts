import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { BadRequestError, calix, environment, get, lambda, provide, route, use } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'

interface Environment {
  readonly db: DynamoDBClient
  readonly ssm: SSMClient
}

const read = (db: DynamoDBClient, TableName: string, id: string) =>
  db.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }))

/** A record. */
const locale = provide(({ headers }) => ({ locale: headers['accept-language'] ?? 'en' }))

/** An `Either`. */
const page = provide(({ query }) =>
  pipe(
    Number(query.page ?? '1'),
    E.fromPredicate(
      (page) => page > 0,
      () => new BadRequestError('page'),
    ),
    E.map((page) => ({ page })),
  ),
)

/** A promise. */
const flags = provide(async (_, { ssm }: Pick<Environment, 'ssm'>) => {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/flags/beta' }))
  return { isBeta: Parameter?.Value === 'yes' }
})

/** A `TaskEither` of one step after another. */
const basket = provide(({ params }, { db }: Pick<Environment, 'db'>) =>
  pipe(
    TE.Do,
    TE.bind('found', () =>
      TE.tryCatch(
        () => read(db, 'baskets', params.id ?? ''),
        () => new BadRequestError('no basket'),
      ),
    ),
    TE.map(({ found: { Item } }) => ({ basket: { id: Item?.id?.S ?? '1' } })),
  ),
)

/** A function that is called for a promise, as a task of one's own. */
const visits = provide((_, { db }: Pick<Environment, 'db'>) => async () => {
  await db.send(new PutItemCommand({ TableName: 'visits', Item: { id: { S: '1' } } }))
  return E.right({ visits: 1 })
})

export const app = calix(
  { environment: environment<Environment>() },
  pipe(
    route(get('/greeting'), (_, { locale }: { readonly locale: string }) => locale),
    use(locale),
  ),
  pipe(
    route(get('/pages'), (_, { page }: { readonly page: number }) => ({ page })),
    use(page),
  ),
  pipe(
    route(get('/flags'), (_, { isBeta }: { readonly isBeta: boolean }) => ({ isBeta })),
    use(flags),
  ),
  pipe(
    route(
      get('/baskets/:id'),
      async (_, { basket, db }: Pick<Environment, 'db'> & { readonly basket: { readonly id: string } }) => {
        const { Item } = await read(db, 'basket-items', basket.id)
        return Item ?? null
      },
    ),
    use(basket),
  ),
  pipe(
    route(get('/visits'), (_, { visits }: { readonly visits: number }) => ({ visits })),
    use(visits),
  ),
)

export const handler = lambda(app, { db: new DynamoDBClient({}), ssm: new SSMClient({}) })
