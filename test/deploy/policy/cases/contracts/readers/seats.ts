import { GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand } from '@aws-sdk/client-sns'
import { InternalServerError, NotFoundError } from 'calix'
import { pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import type { Environment, Needing } from './environment.ts'

const failed = (cause: unknown) => new InternalServerError('AWS does not answer', { cause })

export const findSeat = (seat: string): Needing<unknown> =>
  pipe(
    RTE.ask<Environment>(),
    RTE.chainTaskEitherK(({ names, tables }) =>
      TE.tryCatch(
        () => tables.send(new GetItemCommand({ TableName: names.seats, Key: { seat: { S: seat } } })),
        failed,
      ),
    ),
    RTE.chainW(({ Item }) => (Item === undefined ? RTE.left(new NotFoundError(seat)) : RTE.right(Item))),
  )

export const freeSeats: Needing<number> = ({ names, tables }) =>
  TE.tryCatch(async () => {
    const { Items = [] } = await tables.send(new ScanCommand({ TableName: names.seats }))
    return Items.length
  }, failed)

export const take =
  (seat: string, name: string): Needing<string> =>
  ({ names, tables }) =>
    pipe(
      TE.tryCatch(
        () =>
          tables.send(
            new PutItemCommand({ TableName: names.seats, Item: { seat: { S: seat }, name: { S: name } } }),
          ),
        failed,
      ),
      TE.map(() => seat),
    )

export const announce = (seat: string): Needing<unknown> =>
  RTE.asksReaderTaskEither(({ names, topics }: Environment) =>
    RTE.fromTaskEither(
      TE.tryCatch(() => topics.send(new PublishCommand({ TopicArn: names.bookings, Message: seat })), failed),
    ),
  )
