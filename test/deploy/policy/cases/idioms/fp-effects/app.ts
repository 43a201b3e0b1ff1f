import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { BadRequestError, calix, del, get, InternalServerError, NotFoundError, post, route } from 'calix'
import { flow, pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as RA from 'fp-ts/ReadonlyArray'
import * as T from 'fp-ts/Task'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'

interface Env {
  readonly db: DynamoDBClient
  readonly table: string
}

const Book = t.type({ isbn: t.string, title: t.string })
type Book = t.TypeOf<typeof Book>

const toError = (error: unknown) => new InternalServerError(String(error))

const put = (book: Book): RTE.ReaderTaskEither<Env, InternalServerError, Book> =>
  pipe(
    RTE.ask<Env>(),
    RTE.flatMapTaskEither(({ db, table }) =>
      TE.tryCatch(
        () =>
          db.send(
            new PutItemCommand({
              TableName: table,
              Item: { isbn: { S: book.isbn }, title: { S: book.title } },
            }),
          ),
        toError,
      ),
    ),
    RTE.map(() => book),
  )

const announce = ({ isbn }: Book) =>
  TE.tryCatch(
    () =>
      new EventBridgeClient().send(
        new PutEventsCommand({
          Entries: [{ Source: 'library', DetailType: 'BookAdded', Detail: JSON.stringify({ isbn }) }],
        }),
      ),
    toError,
  )

const find = (isbn: string) => (env: Env) =>
  pipe(
    TE.tryCatch(
      () => env.db.send(new GetItemCommand({ TableName: env.table, Key: { isbn: { S: isbn } } })),
      toError,
    ),
    TE.flatMapOption(
      ({ Item }) => O.fromNullable(Item),
      () => new NotFoundError(isbn),
    ),
  )

const cover = (isbn: string) =>
  pipe(
    TE.tryCatch(
      () => new S3Client().send(new GetObjectCommand({ Bucket: 'library-covers', Key: `${isbn}.png` })),
      toError,
    ),
    TE.map(({ ContentLength }) => ContentLength ?? 0),
    TE.orElseW(() => TE.right(0)),
  )

const env: Env = { db: new DynamoDBClient(), table: ['library', 'books'].join('-') }

const remove = flow(
  (isbn: string) => ({ TableName: env.table, Key: { isbn: { S: isbn } } }),
  (input) => new DeleteItemCommand(input),
  TE.tryCatchK((command) => env.db.send(command), toError),
  TE.map(() => null),
)

const shelf = (TableName: string) => TE.tryCatch(() => env.db.send(new QueryCommand({ TableName })), toError)

export const app = calix(
  {},
  route(post('/books'), ({ body }) =>
    pipe(
      Book.decode(body),
      TE.fromEither,
      TE.mapLeft(() => new BadRequestError('not a book')),
      TE.flatMap((book) => put(book)(env)),
      TE.tap(announce),
    ),
  ),
  route(get('/books/:isbn'), ({ params: { isbn } }) =>
    pipe(
      TE.Do,
      TE.apS('size', cover(isbn)),
      TE.bindW('book', () => find(isbn)(env)),
      TE.map(({ book, size }) => ({ fields: Object.keys(book).length, size })),
    ),
  ),
  route(del('/books/:isbn'), ({ params }) => remove(params.isbn)),
  route(get('/shelves'), () =>
    pipe(
      ['a', 'b'],
      RA.map((name) => `shelf-${name}`),
      TE.traverseArray(shelf),
      TE.map(RA.reduce(0, (sum, { Count = 0 }) => sum + Count)),
    ),
  ),
  route(get('/idle'), () => {
    const never = pipe(
      TE.tryCatch(() => env.db.send(new ScanCommand({ TableName: 'never' })), toError),
      TE.map(() => null),
    )
    return pipe(
      T.of(typeof never),
      T.map((kind) => ({ kind })),
    )()
  }),
)
