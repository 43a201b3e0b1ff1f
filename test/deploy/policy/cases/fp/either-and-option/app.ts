import { GetItemCommand, DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { calix, get, NotFoundError, put, route } from 'calix'
import * as E from 'fp-ts/Either'
import { constNull, pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as R from 'fp-ts/Record'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import * as TO from 'fp-ts/TaskOption'

const client = new DynamoDBClient({})

const TABLES: Readonly<Record<string, string>> = { cats: 'cats-v2', dogs: 'dogs-v1' }
const keyed = (TableName: string, id: string) => ({ TableName, Key: { id: { S: id } } })

const lookup = (kind: string) =>
  pipe(
    TABLES,
    R.lookup(kind),
    E.fromOption(() => new NotFoundError(kind)),
  )

const pet = route(get('/:kind/:id'), ({ params: { id, kind } }) =>
  pipe(
    lookup(kind),
    TE.fromEither,
    TE.chainTaskK((table) => () => client.send(new GetItemCommand(keyed(table, id)))),
    TE.map(({ Item }) => Item ?? null),
  ),
)

const find = (id: string) =>
  pipe(
    TO.tryCatch(() => client.send(new GetItemCommand(keyed('owners', id)))),
    TO.chainOptionK(({ Item }) => O.fromNullable(Item)),
  )

const rename = route(put('/owners/:id'), ({ body, params }) =>
  pipe(
    find(params.id),
    TO.match(
      () => O.none,
      (owner) => O.some(owner),
    ),
    T.chain(
      O.fold(
        () => T.of('none'),
        () => () =>
          client
            .send(
              new UpdateItemCommand({
                ...keyed('owners', params.id),
                UpdateExpression: 'SET #n = :n',
                ExpressionAttributeNames: { '#n': 'name' },
                ExpressionAttributeValues: { ':n': { S: String(body) } },
              }),
            )
            .then(() => 'renamed'),
      ),
    ),
    T.map((text) => (text === '' ? constNull() : text)),
    (task) => task(),
  ),
)

export const app = calix({}, rename, pet)
