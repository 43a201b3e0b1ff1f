import { type } from 'arktype'
import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import * as z from 'zod'
import {
  type CallError,
  type Client,
  ClientError,
  client,
  type Received,
  type RouteError,
} from '../../../client/index.ts'
import { boolean, date, integer, list, oneOf, optional, withDefault } from '../../../src/codec/index.ts'
import {
  any,
  apiKey,
  authorize,
  ConflictError,
  calix,
  del,
  get,
  methods,
  NotFoundError,
  patch,
  post,
  prefix,
  put,
  response,
  route,
  routes,
  type TableOf,
} from '../../../src/index.ts'
import { fetchOf } from '../../../testing/index.ts'
import { type Alike, holds, type Same } from './claim.ts'

// A client takes what an app's routes ask for and gives what they answer: all of it from the app's type.

const User = t.type({ name: t.string, born: date, nick: optional(t.string) }, 'User')
const ada = { name: 'Ada', born: new Date(0), nick: undefined }

const app = calix(
  {},
  route(get('/plain'), () => ({ hello: 'world', at: new Date(0), skip: () => 1, some: [1, undefined] })),
  route(get('/cities/:city'), ({ params }) =>
    params.city === 'seattle' ? E.right({ state: 'WA' }) : E.left(new NotFoundError()),
  ),
  route(
    get('/search', {
      query: t.type({
        q: t.string,
        page: withDefault(integer, 1),
        at: optional(date),
        ids: list(integer),
        sort: oneOf('a', 'b'),
      }),
    }),
    ({ query }) => query.page,
  ),
  route(
    get('/filter', {
      query: t.type({ page: withDefault(integer, 1), full: optional(boolean) }),
      headers: t.type({ 'x-trace': optional(t.string) }),
    }),
    () => 1,
  ),
  route(put('/users/:id', { params: t.type({ id: integer }), body: User, returns: User }), () => ada),
  route(
    post('/users', { body: User, returns: { 201: User, 204: t.undefined }, errors: [ConflictError] }),
    ({ body }) => TE.right(response(body, { status: 201 as const })),
  ),
  route(patch('/users/:id', { body: optional(User) }), () => undefined),
  route(del('/users/:id'), () => {}),
  route(
    get('/session', { cookies: t.type({ sid: t.string }), headers: t.type({ 'x-tenant': t.string }) }),
    () => 1,
  ),
  route(
    post('/zod', { body: z.object({ n: z.coerce.number<string>(), tags: z.array(z.string()).default([]) }) }),
    () => 1,
  ),
  route(get('/arktype', { query: type({ n: 'string.numeric.parse', 'at?': 'string' }) }), () => 1),
  pipe(
    routes(
      route(get('/of/:id'), () => 'inner'),
      route(any('/any'), () => 1),
      route(methods(['PUT', 'DELETE'], '/both'), () => new Uint8Array()),
    ),
    prefix('/tenants/:tenant'),
    authorize(apiKey()),
  ),
)
type Api = typeof app
type Table = TableOf<Api['routes']>
const api = client<Api>('https://api.example.com', { headers: { 'x-api-key': 'k' }, fetch: fetchOf(app) })

type Result<Call extends (...input: never) => unknown> = Awaited<
  ReturnType<Extract<ReturnType<Call>, () => unknown>>
>
type Right<Call extends (...input: never) => unknown> =
  Result<Call> extends Either<unknown, infer A> ? A : 'none'

// What nothing has to be said of takes nothing.
const plain = () => api.get('/plain')
holds<Same<Right<typeof plain>, { hello: string; at: string; some: (number | null)[] }>>()
export const plainPromise: Promise<{ hello: string }> = api.get('/plain').promise()
export const asTask: TE.TaskEither<ClientError | RouteError, { hello: string }> = api.get('/plain')
export const withQuery = api.get('/plain', { query: { any: 1 }, headers: { 'x-a': 'b' }, cookies: { a: 1 } })
export const ended = api.get('/plain', { signal: AbortSignal.abort() })

// Parameters are from the path, with those of its prefix; a codec says their types.
export const state = () => api.get('/cities/:city', { params: { city: 'seattle' } })
holds<Same<Right<typeof state>, { state: string }>>()
export const inner: Promise<string> = api
  .get('/tenants/:tenant/of/:id', { params: { tenant: 'a', id: 7 } })
  .promise()

// What is optional, or has a default, need not be sent; the query itself where nothing of it has to be.
export const search = [
  api.get('/search', { query: { q: 'x', ids: [1, '2'], sort: 'a' } }),
  api.get('/search', { query: { q: 'x', ids: [], sort: 'b', page: 2, at: new Date(0) } }),
  api.get('/search', { query: { q: 'x', ids: [], sort: 'b', page: '2', at: '2024-01-01T00:00:00Z' } }),
]
export const filter = [
  api.get('/filter'),
  api.get('/filter', { query: {} }),
  api.get('/filter', { query: { full: true }, headers: { 'x-other': 'a' } }),
]
export const session = api.get('/session', { cookies: { sid: 'a' }, headers: { 'x-tenant': 'a' } })
export const ofZod = [
  api.post('/zod', { body: { n: '1' } }),
  api.post('/zod', { body: { n: '1', tags: ['a'] } }),
]
export const ofArktype = api.get('/arktype', { query: { n: '1' } })

// A body as it is sent, an answer as it arrives: a Date is a text, and what may be undefined may be missing.
const putUser = () =>
  api.put('/users/:id', { params: { id: 7 }, body: { name: 'Ada', born: new Date(0), nick: undefined } })
holds<Alike<Right<typeof putUser>, { name: string; born: string; nick?: string }>>()
holds<Same<Received<{ a: Date; b?: number; c: string | undefined }>, { a: string; b?: number; c?: string }>>()
const postUser = () => api.post('/users', { body: { name: 'Ada', born: '1815-12-10', nick: 'a' } })
holds<Alike<Right<typeof postUser>, { name: string; born: string; nick?: string } | null>>()
export const patches = [
  api.patch('/users/:id', { params: { id: 1 } }),
  api.patch('/users/:id', { params: { id: 1 }, body: ada }),
]

// Nothing arrives as null, bytes as bytes, and a HEAD has no body.
const deleted = () => api.del('/users/:id', { params: { id: 1 } })
holds<Same<Right<typeof deleted>, null>>()
const bytes = () => api.put('/tenants/:tenant/both', { params: { tenant: 'a' } })
holds<Same<Right<typeof bytes>, Uint8Array>>()
const head = () => api.head('/cities/:city', { params: { city: 'a' } })
holds<Same<Right<typeof head>, null>>()
export const anyMethod: Promise<number> = api
  .post('/tenants/:tenant/any', { params: { tenant: 'a' } })
  .promise()

// A call fails as its route does: each error by its status, with those that no type says.
type Failures = Result<typeof state> extends Either<infer Left, unknown> ? Left : never
holds<Same<Failures, CallError<Table['GET /cities/:city']>>>()
const explain = (error: Failures): string => {
  if (error.kind !== 'route') {
    holds<Same<typeof error, ClientError>>()
    return error.kind
  }
  return error.status === 404 ? error.code : error.message
}
export const explained = pipe(state(), TE.mapLeft(explain))
type CreateError = CallError<Table['POST /users']>
holds<Same<Extract<CreateError, RouteError<409>>, RouteError<409>>>()
export const isConflict: CreateError extends ClientError | RouteError ? true : false = true
export const why = (error: CreateError) => error instanceof ClientError && error.status
export const sameType: Client<Api> = api
