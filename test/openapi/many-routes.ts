import {
  type Authorizer,
  apiKey,
  authorize,
  authorizer,
  ConflictError,
  calix,
  cognito,
  custom,
  del,
  get,
  iam,
  jwt,
  monoid,
  NotFoundError,
  patch,
  post,
  prefix,
  put,
  type Routes,
  route,
  routes,
} from 'calix'
import * as t from 'io-ts'
import * as z from 'zod'
import {
  boolean,
  date,
  describe,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'
import { documented } from '../../src/documented.ts'

class OutOfStockError extends ConflictError {
  static override readonly name = 'OutOfStockError'
}

interface Category {
  readonly name: string
  readonly children: ReadonlyArray<Category>
}

const Category: t.Type<Category> = t.recursion('Category', () =>
  t.type({ name: t.string, children: t.readonlyArray(Category) }),
)

const Money = describe(t.type({ amount: t.number, currency: t.keyof({ EUR: null, USD: null }) }), {
  name: 'Money',
  description: 'An amount in a currency.',
  examples: [{ amount: 12.5, currency: 'EUR' }],
})

const Paging = t.type({
  page: withDefault(limited(integer, { minimum: 1 }), 1),
  size: describe(withDefault(limited(integer, { minimum: 1, maximum: 100 }), 20), {
    description: 'How many on a page.',
  }),
})

const Search = t.intersection([
  Paging,
  t.partial({ name: t.string, since: date, exact: boolean, least: number }),
  t.type({
    id: list(uuid),
    fields: list(oneOf('id', 'name', 'price'), { separator: ',' }),
    sort: optional(oneOf('asc', 'desc')),
    legacy: describe(optional(t.string), { deprecated: true }),
  }),
])

const Payment = t.union([
  t.type({ kind: t.literal('card'), number: t.string }),
  t.type({ kind: t.literal('transfer'), iban: t.string }),
  t.type({ kind: t.literal('cash') }),
])

const AUTHORIZERS: ReadonlyArray<ReadonlyArray<Authorizer>> = [
  [],
  [apiKey()],
  [iam()],
  [
    cognito({
      userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'],
      scopes: ['shop/read'],
    }),
  ],
  [jwt({ issuer: 'https://login.example.com', audience: 'shop' })],
  [custom({ arn: 'arn:aws:lambda:eu-central-1:123456789012:function:authorizer' }), apiKey()],
  [authorizer(() => ({ principalId: 'ada', routes: ['*'] }), { name: 'demo', header: 'x-demo' })],
]

const nothing = (): never => {
  throw new Error('No document needs a handler')
}

/** Five routes of a resource; what they are like depends on which one it is. */
const resource = (index: number): Routes => {
  const Item = t.intersection(
    [
      t.type({ id: uuid, price: Money, category: Category, payment: Payment, [`only${index}`]: t.boolean }),
      t.partial({ note: t.union([t.string, t.null]), seen: date, size: t.tuple([t.number, t.number]) }),
    ],
    `Item${index}`,
  )
  const Draft = z
    .object({ name: z.string().min(1), tags: z.array(z.string()).max(5), price: z.number().optional() })
    .meta({ title: `A draft of ${index}` })
  const Id = t.type({ id: index % 2 === 0 ? uuid : integer })
  const all = routes(
    route(get('/', { query: Search, returns: t.array(Item), summary: `Find items of ${index}` }), nothing),
    route(
      get('/:id', {
        params: Id,
        headers: t.partial({ 'if-none-match': t.string }),
        cookies: t.partial({ session: t.string }),
        returns: { 200: Item, 304: t.undefined },
        errors: [NotFoundError],
      }),
      nothing,
    ),
    route(
      post('/', {
        body: index % 3 === 0 ? Draft : Item,
        returns: { 201: Item, 202: t.type({ job: uuid }) },
        errors: [OutOfStockError, ConflictError],
        operationId: `createItem${index}`,
      }),
      nothing,
    ),
    index % 4 === 0
      ? route(
          put('/:id', {
            params: Id,
            body: t.type({ name: t.string, count: integer, on: boolean }),
            accepts: ['application/x-www-form-urlencoded', 'application/json'],
            returns: t.string,
          }),
          nothing,
        )
      : route(patch('/:id', { body: t.partial({ name: t.string }), deprecated: true }), nothing),
    route(del('/:id', { returns: { 204: t.undefined } }), nothing),
  )
  const guards = AUTHORIZERS[index % AUTHORIZERS.length] ?? []
  const [first, second] = guards
  // What two authorizers there are is known to the list above alone.
  const guarded = authorize(...([first, second].filter((each) => each !== undefined) as []))(all)
  return documented({ tags: [`resource ${index % 5}`], description: 'One of many.' })(
    prefix(`/resources${index}`)(guarded),
  )
}

/** An app of a hundred routes, of all kinds. */
export const manyRoutes = calix(
  { name: 'many' },
  Array.from({ length: 20 }, (_, index) => resource(index)).reduce(monoid.concat, monoid.empty),
)
