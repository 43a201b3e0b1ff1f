import { type } from 'arktype'
import * as E from 'fp-ts/Either'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import * as v from 'valibot'
import * as z from 'zod'
import { date, optional } from '../../../src/codec/index.ts'
import { get, NotFoundError, post, put, response, route } from '../../../src/index.ts'
import { type Alike, type Answer, holds, type Same } from './claim.ts'

// What a contract says is answered is what the route's type says; a handler returns it in any of the ways to end.

const User = t.type({ name: t.string, born: date }, 'User')
type Sent = { name: string; born: string | Date }
const ada = { name: 'Ada', born: new Date(0) }

const plain = route(get('/', { returns: User }), () => ada)
holds<Same<Answer<typeof plain>, Sent>>()

const withStatus = route(get('/', { returns: User }), () => response(ada, { headers: { etag: '"1"' } }))
holds<Same<Answer<typeof withStatus>, Sent>>()

const promised = route(get('/', { returns: User }), async () => ada)
holds<Same<Answer<typeof promised>, Sent>>()

const either = route(
  get('/', { returns: User }),
  ({ query }): E.Either<NotFoundError, t.TypeOf<typeof User>> =>
    query.id === undefined ? E.left(new NotFoundError()) : E.right(ada),
)
holds<Same<Answer<typeof either>, Sent>>()

const inferred = route(get('/', { returns: User }), ({ query }) =>
  query.id === undefined ? E.left(new NotFoundError()) : E.right(ada),
)
holds<Same<Answer<typeof inferred>, Sent>>()

const taskEither = route(get('/', { returns: User }), () => TE.right(ada))
holds<Same<Answer<typeof taskEither>, Sent>>()

const reader = route(get('/', { returns: User }), () => RTE.asks((_needs: { db: string }) => ada))
holds<Same<Answer<typeof reader>, Sent>>()

const error = route(get('/', { returns: User }), ({ query }) =>
  query.id === undefined ? new NotFoundError() : ada,
)
holds<Same<Answer<typeof error>, Sent>>()

const thrown = route(get('/', { returns: User }), () => {
  throw new NotFoundError()
})
holds<Same<Answer<typeof thrown>, Sent>>()

// Each status has an answer of its own; that of 200 needs no `response`.
const mapped = route(
  post('/', { returns: { 200: User, 201: t.type({ id: t.string }), 204: t.undefined } }),
  ({ query }) => {
    if (query.a === 'new') return response({ id: '1' }, { status: 201 })
    if (query.a === 'none') return response(undefined, { status: 204 })
    return ada
  },
)
holds<Same<Answer<typeof mapped>, Sent | { id: string } | undefined>>()

const created = route(post('/', { returns: { 201: User } }), () => response(ada, { status: 201 }))
holds<Same<Answer<typeof created>, Sent>>()

const laterCreated = route(post('/', { returns: { 201: User }, errors: [NotFoundError] }), ({ query }) =>
  query.id === undefined ? TE.left(new NotFoundError()) : TE.right(response(ada, { status: 201 as const })),
)
holds<Same<Answer<typeof laterCreated>, Sent>>()

const statusInType = response('hello', { status: 201 })
holds<Same<typeof statusInType.status, 201>>()
const ok = response('hello')
holds<Same<typeof ok.status, 200>>()

// A Standard Schema describes what is sent, so it is its input that a handler returns.
const zodded = route(
  get('/', { returns: z.object({ name: z.string(), note: z.string().optional() }) }),
  () => ({
    name: 'Ada',
  }),
)
holds<Alike<Answer<typeof zodded>, { name: string; note?: string | undefined }>>()

const valid = route(get('/', { returns: v.object({ name: v.string() }) }), () => ({ name: 'Ada' }))
holds<Same<Answer<typeof valid>, { name: string }>>()

const typed = route(get('/', { returns: { 200: type({ name: 'string' }) } }), () => ({ name: 'Ada' }))
holds<Same<Answer<typeof typed>, { name: string }>>()

const optionalField = route(get('/', { returns: t.type({ nick: optional(t.string) }) }), () => ({
  nick: undefined,
}))
holds<Same<Answer<typeof optionalField>, { nick: string | undefined }>>()

const list = route(get('/', { returns: t.readonlyArray(User) }), () => [ada])
holds<Same<Answer<typeof list>, ReadonlyArray<Sent>>>()

/** Its printed type is looked at as well. */
export const update = route(
  put('/users/:id', { body: User, returns: User, errors: [NotFoundError] }),
  ({ body, params }) => (params.id === 'ada' ? E.right(body) : E.left(new NotFoundError())),
)
