import { type } from 'arktype'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import * as v from 'valibot'
import * as z from 'zod'
import {
  boolean,
  date,
  describe,
  integer,
  limited,
  list,
  type number,
  oneOf,
  optional,
  standard,
  uuid,
  withDefault,
} from '../../../src/codec/index.ts'
import {
  authorize,
  type Decoded,
  type Encoded,
  get,
  iam,
  methods,
  type Params,
  post,
  route,
  type Values,
} from '../../../src/index.ts'
import { type Alike, holds, type Same } from './claim.ts'

// Each part of a request is what its codec makes of it, and the others are as without a contract.

const User = t.type({ name: t.string, born: date }, 'User')

export const every = route(
  post('/users/:id', {
    params: t.type({ id: uuid }),
    query: t.type({ page: withDefault(integer, 1), q: optional(t.string), sort: oneOf('asc', 'desc') }),
    headers: t.type({ 'x-tenant': t.string }),
    cookies: t.type({ seen: boolean }),
    body: User,
  }),
  (request) => {
    holds<Same<typeof request.params, { id: string }>>()
    holds<Same<typeof request.query.page, number>>()
    holds<Same<typeof request.query.q, string | undefined>>()
    holds<Same<typeof request.query.sort, 'asc' | 'desc'>>()
    holds<Same<typeof request.headers, { 'x-tenant': string }>>()
    holds<Same<typeof request.cookies, { seen: boolean }>>()
    holds<Same<typeof request.body, { name: string; born: Date }>>()
    holds<Same<typeof request.queryAll, Values<ReadonlyArray<string>>>>()
    return request.method
  },
)

export const some = route(get('/pages/:page/*rest', { params: t.type({ page: integer }) }), (request) => {
  holds<Same<typeof request.params, { page: number }>>()
  holds<Same<typeof request.query, Values<string>>>()
  holds<Same<typeof request.headers, Values<string>>>()
  holds<Same<typeof request.cookies, Values<string>>>()
  holds<Same<typeof request.body, unknown>>()
})

export const others = route(
  post('/pages/:page', { body: t.unknown, query: t.type({ at: date }) }),
  (request) => {
    holds<Same<typeof request.params, Params<'/pages/:page'>>>()
    holds<Same<typeof request.body, unknown>>()
    holds<Same<typeof request.query, { at: Date }>>()
  },
)

// A Standard Schema is as good: what a handler gets is its output, transformed and with its defaults.

const zodded = z.object({
  count: z.coerce.number(),
  tags: z.array(z.string()).default([]),
  at: z.string().optional(),
})
export const ofZod = route(
  post('/zod/:id', { body: zodded, params: z.object({ id: z.uuid() }) }),
  (request) => {
    holds<Same<typeof request.params, { id: string }>>()
    holds<Same<typeof request.body, { count: number; tags: string[]; at?: string | undefined }>>()
  },
)

const valid = v.object({ count: v.pipe(v.string(), v.transform(Number)), at: v.optional(v.string(), 'now') })
export const ofValibot = route(get('/valibot', { query: valid }), ({ query }) => {
  holds<Same<typeof query, { count: number; at: string }>>()
})

const typed = type({ count: 'string.numeric.parse', 'at?': 'string' })
export const ofArktype = route(
  get('/arktype', { query: typed, cookies: type({ id: 'string' }) }),
  (request) => {
    holds<Alike<typeof request.query, { count: number; at?: string }>>()
    holds<Same<typeof request.query.count, number>>()
    holds<Same<typeof request.cookies.id, string>>()
  },
)

// What a codec decodes to, and what is sent for it.
holds<Same<Decoded<typeof User>, { name: string; born: Date }>>()
holds<Same<Encoded<typeof User>, { name: string; born: string | Date }>>()
holds<Same<Encoded<typeof zodded>['tags'], string[] | undefined>>()
holds<Same<Decoded<typeof number>, number>>()
holds<Same<Encoded<typeof number>, number | string>>()
const ids = list(integer)
const commaIds = list(integer, { separator: ',' })
holds<Same<Decoded<typeof ids>, ReadonlyArray<number>>>()
holds<Same<Encoded<typeof ids>, ReadonlyArray<number | string> | undefined>>()
holds<Same<Encoded<typeof commaIds>, string | undefined>>()
const absent = optional(boolean)
const defaulted = withDefault(oneOf('a', 'b'), 'a')
holds<Same<Decoded<typeof absent>, boolean | undefined>>()
holds<Same<Decoded<typeof defaulted>, 'a' | 'b'>>()
holds<Same<Encoded<typeof defaulted>, 'a' | 'b' | undefined>>()

// Our codecs are Standard Schemas too, of the same types.
const asStandard = standard(User)
holds<Same<NonNullable<(typeof asStandard)['~standard']['types']>['output'], { name: string; born: Date }>>()
holds<
  Same<NonNullable<(typeof asStandard)['~standard']['types']>['input'], { name: string; born: string | Date }>
>()

// What is described or limited keeps its type.
const Described = describe(User, { description: 'Who may log in.' })
holds<Same<typeof Described, typeof User>>()
const DescribedSchema = describe(zodded, { name: 'Zodded' })
holds<Same<typeof DescribedSchema, typeof zodded>>()
const short = limited(t.string, { maxLength: 3 })
holds<Same<Decoded<typeof short>, string>>()

// A codec that is recursive, one that is a union, and one that may be absent.
interface Tree {
  readonly name: string
  readonly children: ReadonlyArray<Tree>
}
const Tree: t.Type<Tree> = t.recursion('Tree', () =>
  t.type({ name: t.string, children: t.readonlyArray(Tree) }),
)
const Pet = t.union([
  t.type({ kind: t.literal('cat') }),
  t.type({ kind: t.literal('dog'), barks: t.boolean }),
])
export const recursive = route(post('/trees', { body: Tree }), ({ body }) => {
  holds<Same<typeof body, Tree>>()
})
export const union = route(post('/pets', { body: Pet }), ({ body }) =>
  body.kind === 'dog' ? body.barks : body.kind,
)
export const absentBody = route(post('/absent', { body: optional(User) }), ({ body }) => {
  holds<Same<typeof body, { name: string; born: Date } | undefined>>()
})

// Several methods, and an endpoint that says who calls, have the contract's types as well.
export const several = route(methods(['PUT', 'PATCH'], '/users/:id', { body: User }), ({ body, params }) => {
  holds<Same<typeof body, { name: string; born: Date }>>()
  holds<Same<typeof params, Params<'/users/:id'>>>()
})
export const authorized = route(
  pipe(post('/users', { body: User }), authorize(iam())),
  ({ body, identity }) => {
    holds<Same<typeof body, { name: string; born: Date }>>()
    return identity.userArn
  },
)
