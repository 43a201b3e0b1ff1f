import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { BadRequestError, calix, InternalServerError, post, route } from 'calix'
import * as A from 'fp-ts/Array'
import * as E from 'fp-ts/Either'
import { flow, pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'

const tables = new DynamoDBClient({})
const ses = new SESv2Client({})
const failed = () => new InternalServerError('AWS')

const addressOf = flow(
  (id: string) => new GetItemCommand({ TableName: 'customers', Key: { id: { S: id } } }),
  TE.tryCatchK((command: GetItemCommand) => tables.send(command), failed),
  TE.map(({ Item }) => O.fromNullable(Item?.mail?.S)),
  TE.map(O.getOrElse(() => 'nobody@example.com')),
)

const mail = (text: string) => (to: string) =>
  TE.tryCatch(
    () =>
      ses.send(
        new SendEmailCommand({
          FromEmailAddress: 'news@example.com',
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: 'News' }, Body: { Text: { Data: text } } } },
        }),
      ),
    failed,
  )

const checked = (body: unknown): E.Either<BadRequestError, ReadonlyArray<string>> =>
  Array.isArray(body) ? E.right(body.map(String)) : E.left(new BadRequestError('a list of customers'))

const send = route(post('/news'), ({ body }) =>
  pipe(
    TE.Do,
    TE.bindW('ids', () => TE.fromEither(checked(body))),
    TE.bindW('addresses', ({ ids }) => pipe([...ids], A.traverse(TE.ApplicativePar)(addressOf))),
    TE.chainFirstW(({ addresses }) => pipe(addresses, TE.traverseArray(mail('hello')))),
    TE.map(({ addresses }) => addresses.length),
  ),
)

export const app = calix({}, send)
