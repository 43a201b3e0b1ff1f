import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, InternalServerError, post, route } from 'calix'
import { pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'

interface Environment {
  readonly tables: DynamoDBClient
  readonly topics: SNSClient
  readonly table: string
}

const failed = () => new InternalServerError('AWS')

const findSeat = (seat: string) =>
  pipe(
    RTE.ask<Environment>(),
    RTE.chainTaskEitherK(({ table, tables }) =>
      TE.tryCatch(
        () => tables.send(new GetItemCommand({ TableName: table, Key: { seat: { S: seat } } })),
        failed,
      ),
    ),
    RTE.map(({ Item }) => Item ?? null),
  )

const take =
  (seat: string): RTE.ReaderTaskEither<Environment, InternalServerError, unknown> =>
  (environment) =>
    TE.tryCatch(
      () =>
        environment.tables.send(
          new PutItemCommand({ TableName: environment.table, Item: { seat: { S: seat } } }),
        ),
      failed,
    )

const announce = (seat: string) =>
  RTE.asksReaderTaskEither(({ topics }: Environment) =>
    RTE.fromTaskEither(
      TE.tryCatch(
        () =>
          topics.send(
            new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:seats', Message: seat }),
          ),
        failed,
      ),
    ),
  )

const book = (seat: string) =>
  pipe(
    findSeat(seat),
    RTE.chain(() => take(seat)),
    RTE.chainFirst(() => announce(seat)),
    RTE.map(() => 'booked'),
  )

const live: Environment = { tables: new DynamoDBClient({}), topics: new SNSClient({}), table: 'seats' }

export const app = calix(
  {},
  route(get('/seats/:seat'), ({ params }) => findSeat(params.seat)(live)),
  route(post('/seats/:seat'), ({ params }) => book(params.seat)(live)),
)
