import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import {
  apiKey,
  authorize,
  type BadRequestError,
  ConflictError,
  type ErrorsOf,
  ForbiddenError,
  get,
  HttpError,
  type InvalidRequestError,
  iam,
  type Middleware,
  NotFoundError,
  type PayloadTooLargeError,
  post,
  prefix,
  provide,
  route,
  routes,
  type TableOf,
  TooManyRequestsError,
  UnauthorizedError,
  type UnsupportedMediaTypeError,
  use,
} from '../../../src/index.ts'
import { type Errors, holds, type Same } from './claim.ts'

// Every way to end is in the type of a route, wherever it is from.

class OutOfStockError extends ConflictError {
  readonly left = 3
}
class TeapotError extends HttpError<418> {
  static readonly status = 418
  constructor() {
    super(418, 'short and stout')
  }
}

const eithers = route(get('/'), ({ query }) => {
  if (query.a === 'none') return E.left(new NotFoundError())
  if (query.a === 'stock') return E.left(new OutOfStockError())
  return E.right(1)
})
holds<Same<Errors<typeof eithers>, NotFoundError | OutOfStockError>>()

const tasks = route(get('/'), () =>
  pipe(
    TE.of<NotFoundError, number>(1),
    TE.flatMap((n): TE.TaskEither<ConflictError, number> => TE.right(n)),
  ),
)
holds<Same<Errors<typeof tasks>, NotFoundError | ConflictError>>()

const promises = route(get('/'), async (): Promise<E.Either<NotFoundError, number>> => E.right(1))
holds<Same<Errors<typeof promises>, NotFoundError>>()

const values = route(get('/'), async ({ query }) => (query.a === undefined ? new TeapotError() : 1))
holds<Same<Errors<typeof values>, TeapotError>>()

const readers = route(
  get('/'),
  (): RTE.ReaderTaskEither<{ db: string }, ForbiddenError, number> => RTE.left(new ForbiddenError()),
)
holds<Same<Errors<typeof readers>, ForbiddenError>>()

const thrown = route(get('/'), async (): Promise<number> => {
  throw new NotFoundError()
})
holds<Same<Errors<typeof thrown>, never>>()

// Those that a contract declares are there whether the handler returns or throws them.
const declared = route(get('/', { errors: [NotFoundError, TeapotError] }), (): number => {
  throw new TeapotError()
})
holds<Same<Errors<typeof declared>, NotFoundError | TeapotError>>()

const both = route(
  get('/', { returns: t.number, errors: [NotFoundError, OutOfStockError] }),
  (): E.Either<OutOfStockError, number> => E.right(1),
)
holds<Same<Errors<typeof both>, NotFoundError | OutOfStockError>>()

// Where the answer is declared and the errors are not, the handler's type says them.
const undeclared = route(get('/', { returns: t.number }), ({ query }) =>
  query.a === undefined ? E.left(new NotFoundError()) : E.right(1),
)
holds<Same<Errors<typeof undeclared>, NotFoundError>>()

// Decoding has errors of its own.
const decodedQuery = route(get('/', { query: t.type({ a: t.string }) }), () => 1)
holds<Same<Errors<typeof decodedQuery>, InvalidRequestError>>()
const decodedBody = route(post('/', { body: t.string }), () => 1)
holds<
  Same<
    Errors<typeof decodedBody>,
    InvalidRequestError | BadRequestError | UnsupportedMediaTypeError | PayloadTooLargeError
  >
>()

// What stands around routes adds its errors to each of them: middleware, providers and authorizers.
const limit = {
  before: () => undefined,
  errors: [TooManyRequestsError],
} as const satisfies Middleware
const user = provide(
  ({ headers }): E.Either<UnauthorizedError, { user: string }> =>
    headers['x-user'] === undefined ? E.left(new UnauthorizedError()) : E.right({ user: headers['x-user'] }),
)
const tenant = provide(({ headers }) =>
  headers.host === undefined ? TE.left(new NotFoundError()) : TE.right({ tenant: headers.host }),
)

const limited = pipe(eithers, use(limit))
holds<Same<Errors<typeof limited>, NotFoundError | OutOfStockError | TooManyRequestsError>>()

const provided = pipe(decodedQuery, use(user, limit), use(tenant))
holds<
  Same<
    Errors<typeof provided>,
    InvalidRequestError | UnauthorizedError | TooManyRequestsError | NotFoundError
  >
>()

const guardedEndpoint = route(pipe(get('/'), authorize(iam())), () => E.left(new NotFoundError()))
holds<Same<Errors<typeof guardedEndpoint>, NotFoundError | UnauthorizedError | ForbiddenError>>()

const group = pipe(
  routes(
    eithers,
    route(get('/b'), () => 1),
  ),
  use(limit),
  prefix('/v1'),
  authorize(apiKey()),
)
type Group = TableOf<typeof group>
holds<
  Same<
    ErrorsOf<Group['GET /v1']>,
    NotFoundError | OutOfStockError | TooManyRequestsError | UnauthorizedError | ForbiddenError
  >
>()
holds<Same<ErrorsOf<Group['GET /v1/b']>, TooManyRequestsError | UnauthorizedError | ForbiddenError>>()
