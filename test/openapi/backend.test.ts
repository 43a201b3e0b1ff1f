import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { type App, calix, post, route } from 'calix'
import { client } from 'calix/testing'
import fc from 'fast-check'
import { isRight } from 'fp-ts/Either'
import * as t from 'io-ts'
import { type Document, OpenAPIBackend } from 'openapi-backend'
import { describe, expect, test } from 'vitest'
import { app as tutorial } from '../../examples/tutorial/app.ts'
import { date, integer, limited, list, oneOf, optional, uuid, withDefault } from '../../src/codec/index.ts'
import { openapi } from '../../src/openapi/index.ts'
import { manyRoutes } from './many-routes.ts'

// openapi-backend reads the document and nothing else, and decides by itself which requests are as they should be.

const backendOf = async (app: App): Promise<OpenAPIBackend> => {
  const definition: Document = JSON.parse(JSON.stringify(openapi(app, { version: '1.0.0' })))
  const backend = new OpenAPIBackend({
    definition,
    quick: true,
    customizeAjv: (_, options) => addFormats.default(new Ajv2020.default({ ...options, strict: false })),
  })
  return backend.init()
}

const Line = t.type({ sku: t.string, count: t.Int }, 'Line')

const Order = t.type(
  {
    id: uuid,
    at: date,
    total: t.number,
    lines: t.array(Line),
    state: t.keyof({ open: null, closed: null }),
    // Not a text or null: the mock does not know lists of types, which are new in OpenAPI 3.1.
    last: t.union([Line, t.null]),
  },
  'Order',
)

const Draft = t.intersection([
  t.type({
    lines: t.array(Line),
    payment: t.union([
      t.type({ kind: t.literal('card'), number: t.string }),
      t.type({ kind: t.literal('transfer'), iban: t.string }),
    ]),
  }),
  t.partial({ at: date, note: t.union([t.string, t.null]) }),
])

const orders = calix(
  { name: 'orders', invalidBodyStatus: 422 },
  route(
    post('/orders/:id', {
      params: t.type({ id: uuid }),
      query: t.type({
        page: withDefault(limited(integer, { minimum: 1, maximum: 50 }), 1),
        sort: optional(oneOf('asc', 'desc')),
        id: list(integer),
        fields: list(oneOf('id', 'total'), { separator: ',' }),
      }),
      body: Draft,
      returns: { 200: Order, 201: t.type({ ok: t.boolean }) },
      operationId: 'order',
    }),
    ({ params }) => ({
      id: params.id,
      at: new Date(0),
      total: 1,
      lines: [],
      state: 'open' as const,
      last: null,
    }),
  ),
)

const absent = Symbol('absent')

/** What is asked for, most of the time; otherwise something that is not. */
const mostly = (fine: fc.Arbitrary<unknown>, ...others: ReadonlyArray<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 8, arbitrary: fine }, { weight: 1, arbitrary: fc.constantFrom(...others) })

/** A record without the members that are absent. */
const recordOf = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(model)
    .map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== absent)))

const text = fc.string({ unit: 'grapheme', maxLength: 8 })

const line = recordOf({ sku: mostly(text, 1, absent), count: mostly(fc.integer(), 1.5, '1', null, absent) })

const payment = fc.oneof(
  recordOf({ kind: fc.constantFrom('card', 'transfer'), number: mostly(text, absent) }),
  recordOf({ kind: mostly(fc.constant('transfer'), 'cash', 1, absent), iban: mostly(text, 2) }),
)

const body = recordOf({
  lines: mostly(fc.array(line, { maxLength: 3 }), 'none', {}, absent),
  payment: mostly(payment, null, [], absent),
  at: mostly(fc.constantFrom('2026-11-22T10:00:00Z', absent), '2026-13-01T00:00:00Z', 'soon', 5),
  note: mostly(fc.oneof(text, fc.constantFrom(null, absent)), 7, []),
  more: fc.constantFrom(absent, 1),
})

const query = recordOf({
  page: mostly(
    fc.oneof(fc.integer({ min: 1, max: 50 }).map(String), fc.constant(absent)),
    '0',
    '51',
    'x',
    '1.5',
  ),
  sort: mostly(fc.constantFrom('asc', 'desc', absent), 'up'),
  id: mostly(
    fc.array(fc.integer().map(String), { minLength: 2, maxLength: 3 }),
    '7',
    absent,
    ['1', 'x'],
    'x',
  ),
  fields: mostly(fc.constantFrom('id', 'id,total', absent), 'id,name', 'name'),
})

const id = mostly(fc.uuid(), 'x', '3fa85f64-5717-4562-b3fc-2c963f66afa', '0')

describe('requests that a document allows are answered, and others are not', () => {
  const api = client(orders)
  const answerTo = async (path: string, asked: Record<string, unknown>, json: unknown) => {
    const pairs = Object.entries(asked).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, String(each)]),
    )
    const target = `${path}?${new URLSearchParams(pairs)}`
    return api.post(target, { json })
  }

  test('for arbitrary ones', async () => {
    const backend = await backendOf(orders)
    const counts = { fine: 0, wrong: 0 }
    await fc.assert(
      fc.asyncProperty(id, query, body, async (named, asked, json) => {
        const path = `/orders/${named}`
        const { errors, valid } = backend.validator.validateRequest({
          method: 'POST',
          path,
          // It changes what it is given.
          query: structuredClone(asked) as Record<string, string>,
          headers: { 'content-type': 'application/json' },
          body: structuredClone(json),
        })
        const { json: answer, status } = await answerTo(path, asked, json)
        counts[valid ? 'fine' : 'wrong'] += 1
        expect({ status, errors, answer }).toMatchObject({
          status: valid ? 200 : expect.toSatisfy((each) => each === 400 || each === 422),
        })
      }),
      { numRuns: 1_000 },
    )
    expect(Math.min(counts.fine, counts.wrong)).toBeGreaterThan(100)
  })

  test('a body of another type is a 415', async () => {
    const { status } = await api.post('/orders/3fa85f64-5717-4562-b3fc-2c963f66afa6', {
      body: 'a,b',
      headers: { 'content-type': 'text/csv' },
    })
    expect(status).toBe(415)
  })
})

describe('a mock of a document', () => {
  test.each([
    ['the tutorial', tutorial],
    ['an app of a hundred routes', manyRoutes],
  ])('has all operations of %s', async (_, app) => {
    const backend = await backendOf(app)
    const operations = backend.getOperations()
    expect(operations.length).toBeGreaterThanOrEqual(app.routes.list.length)
    for (const { operationId = '', method, path } of operations) {
      const concrete = path.replaceAll(/\{\w+\}/g, 'x')
      expect(backend.matchOperation({ method, path: concrete, headers: {} })?.operationId).toBe(operationId)
    }
  })

  test('answers what the contract says', async () => {
    const backend = await backendOf(orders)
    const { mock, status } = backend.mockResponseForOperation('order')
    expect(status).toBe(200)
    expect(Order.decode(mock)).toSatisfy(isRight)
    expect(mock).toHaveProperty('lines.0.sku')
    const created = backend.mockResponseForOperation('order', { code: 201 })
    expect(created.mock).toEqual({ ok: true })
    const invalid = backend.mockResponseForOperation('order', { code: 422 }).mock
    expect(invalid.Issues).toEqual([
      { in: 'params', path: [expect.anything()], expected: 'string', message: 'string' },
    ])
    const many = await backendOf(manyRoutes)
    for (let index = 0; index < 20; index += 1) {
      const { mock: job } = many.mockResponseForOperation(`createItem${index}`, { code: 202 })
      expect(t.type({ job: uuid }).decode(job)).toSatisfy(isRight)
    }
  })
})
