import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { InternalServerError, NotFoundError } from 'calix'
import { pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Environment, Service } from './environment.ts'

const failed = (cause: unknown) => new InternalServerError('the store failed', { cause })

export const findQuote = (id: string): Service<string> =>
  pipe(
    RTE.ask<Environment>(),
    RTE.chainTaskEitherK(({ dynamo, names }) =>
      TE.tryCatch(
        () => dynamo.send(new GetItemCommand({ TableName: names.quotes, Key: { id: { S: id } } })),
        failed,
      ),
    ),
    RTE.map(({ Item }) => O.fromNullable(Item?.price?.N)),
    RTE.chainW(RTE.fromOption(() => new NotFoundError('no such quote'))),
  )

const put =
  (table: (names: Environment['names']) => string) =>
  (id: string, price: string): Service<string> =>
  ({ dynamo, names }) =>
    pipe(
      TE.tryCatch(
        () =>
          dynamo.send(
            new PutItemCommand({ TableName: table(names), Item: { id: { S: id }, price: { N: price } } }),
          ),
        failed,
      ),
      TE.map(() => price),
    )

export const keepQuote = put(({ quotes }) => quotes)
export const auditQuote = put((names) => names.audit)
