import { type } from 'arktype'
import { calix, get, NotFoundError, post, response, route } from 'calix'
import { client } from 'calix/client'
import { integer, list, optional, withDefault } from 'calix/codec'
import { fetchOf } from 'calix/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, expectTypeOf, it } from 'vitest'

const NOWHERE = 'https://api.example.com'

describe('a status of an error in `returns`', () => {
  const app = calix(
    {},
    route(get('/books/:id', { returns: { 200: t.string, 404: t.type({ gone: t.string }) } }), ({ params }) =>
      params.id === '1' ? 'found' : response({ gone: params.id }, { status: 404 }),
    ),
    route(get('/pages/:id'), ({ params }) =>
      params.id === '1' ? { found: true } : response({ gone: params.id }, { status: 410 }),
    ),
  )
  const api = client<typeof app>(NOWHERE, { fetch: fetchOf(app) })

  it('is no answer of a call, neither by its type nor when it arrives', async () => {
    const found = await api.get('/books/:id', { params: { id: '1' } })()
    if (E.isRight(found)) expectTypeOf(found.right).toEqualTypeOf<string>()
    expect(found).toEqual(E.right('found'))

    const gone = await api.get('/books/:id', { params: { id: '2' } })()
    expect(gone).toMatchObject({
      left: { kind: 'unexpected-answer', status: 404, body: { gone: '2' } },
    })
  })

  it('is none either where nothing is declared', async () => {
    const found = await api.get('/pages/:id', { params: { id: '1' } })()
    if (E.isRight(found)) expectTypeOf(found.right).toEqualTypeOf<{ found: boolean }>()
    expect(found).toEqual(E.right({ found: true }))
    expect(await api.get('/pages/:id', { params: { id: '2' } })()).toMatchObject({ left: { status: 410 } })
  })
})

describe('what a caller may leave out', () => {
  const Order = t.type({
    note: optional(t.string),
    lines: t.array(t.type({ count: withDefault(t.number, 1), sku: t.string })),
    pay: t.union([
      t.type({ by: t.literal('card'), number: t.string }),
      t.type({ by: t.literal('cash'), change: optional(t.number) }),
    ]),
    at: t.type({ place: t.type({ floor: optional(t.number) }) }),
  })
  const app = calix(
    {},
    route(post('/orders', { body: Order, returns: Order }), ({ body }) => body),
    route(
      get('/things', { query: t.type({ ids: list(integer), tags: list(t.string, { separator: ',' }) }) }),
      ({ query }) => query,
    ),
  )
  const api = client<typeof app>(NOWHERE, { fetch: fetchOf(app) })

  it('is what a body has a default for, or does without, at every depth', async () => {
    const given = { lines: [{ sku: 'a' }], pay: { by: 'cash' }, at: { place: {} } } as const
    const answer = await api.post('/orders', { body: { ...given, lines: [{ sku: 'a' }] } }).promise()
    expect(answer).toEqual({ ...given, lines: [{ sku: 'a', count: 1 }] })
  })

  it('is nothing else', async () => {
    const at = { place: {} }
    const calls = [
      // @ts-expect-error a line has a SKU
      api.post('/orders', { body: { lines: [{ count: 1 }], pay: { by: 'cash' }, at } }),
      // @ts-expect-error a card has a number
      api.post('/orders', { body: { lines: [], pay: { by: 'card' }, at } }),
      // @ts-expect-error a floor is a number
      api.post('/orders', { body: { lines: [], pay: { by: 'cash' }, at: { place: { floor: '1' } } } }),
    ]
    for (const call of calls) expect(await call()).toMatchObject({ left: { code: 'InvalidRequestError' } })
  })

  it('is a list of a query, which is empty then', async () => {
    expect(await api.get('/things').promise()).toEqual({ ids: [], tags: [] })
    expect(await api.get('/things', { query: { ids: [1], tags: 'a,b' } }).promise()).toEqual({
      ids: [1],
      tags: ['a', 'b'],
    })
  })
})

describe('errors that are declared to be none', () => {
  it('are none', async () => {
    const app = calix(
      {},
      // @ts-expect-error NotFoundError is not declared
      route(get('/none', { returns: t.string, errors: [] }), () => E.left(new NotFoundError('What'))),
      route(get('/some', { returns: t.string, errors: [NotFoundError] }), () =>
        E.left(new NotFoundError('What')),
      ),
    )
    const api = client<typeof app>(NOWHERE, { fetch: fetchOf(app) })
    expect(await api.get('/some')()).toMatchObject({ left: { code: 'NotFoundError' } })
  })
})

it('says nothing of what is in a Web Response', async () => {
  const app = calix(
    {},
    route(get('/web'), () => Response.json({ a: 1 })),
  )
  const answer = await client<typeof app>(NOWHERE, { fetch: fetchOf(app) })
    .get('/web')
    .promise()
  expectTypeOf(answer).toEqualTypeOf<unknown>()
  expect(answer).toEqual({ a: 1 })
})

it('finds a whole body wrong at no place in it, by ArkType too', async () => {
  const app = calix(
    {},
    route(post('/users', { body: type({ name: 'string' }) }), ({ body }) => body.name),
  )
  const answer = await fetchOf(app)(`${NOWHERE}/users`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'null',
  })
  expect(JSON.parse(await new Response(await answer.arrayBuffer()).text())).toMatchObject({
    Issues: [{ in: 'body', path: [] }],
  })
})
