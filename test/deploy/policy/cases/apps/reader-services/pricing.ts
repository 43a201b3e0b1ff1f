import { InvokeCommand } from '@aws-sdk/client-lambda'
import { InternalServerError } from 'calix'
import { flow, pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Environment, Service } from './environment.ts'
import { auditQuote, findQuote, keepQuote } from './quotes.ts'

const priceOf = (id: string): Service<string> =>
  pipe(
    RTE.asks(({ lambda, names }: Environment) =>
      TE.tryCatch(
        () => lambda.send(new InvokeCommand({ FunctionName: names.pricer, Payload: JSON.stringify({ id }) })),
        (cause) => new InternalServerError('no price', { cause }),
      ),
    ),
    RTE.chainW((task) => RTE.fromTaskEither(task)),
    RTE.map(({ Payload }) => (Payload === undefined ? '1' : Buffer.from(Payload).toString())),
  )

export const quote = (id: string): Service<{ readonly id: string; readonly price: string }> =>
  pipe(
    RTE.Do,
    RTE.apS('price', priceOf(id)),
    RTE.tap(({ price }) => keepQuote(id, price)),
    RTE.tap(({ price }) => auditQuote(id, price)),
    RTE.map(({ price }) => ({ id, price })),
  )

export const cachedQuote = flow(
  (id: string) => id,
  (id) =>
    pipe(
      findQuote(id),
      RTE.alt(() => priceOf(id)),
    ),
)
