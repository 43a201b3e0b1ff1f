import { type as ark } from 'arktype'
import { calix, get, type Issue, post, response, route } from 'calix'
import { client as clientOf } from 'calix/client'
import { date, integer, standard } from 'calix/codec'
import { client, fetchOf, gateways } from 'calix/testing'
import fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const arrived: Array<Readonly<Record<string, unknown>>> = []

const keep = (request: Readonly<Record<'params' | 'query' | 'headers' | 'cookies' | 'body', unknown>>) => {
  const { body, cookies, headers, params, query } = request
  arrived.push({ params, query, headers, cookies, body })
  return response('', { status: 204 })
}

const written = z.object({ name: z.string(), born: z.iso.date().optional(), tags: z.array(z.string()) })

const valibotNumber = v.pipe(v.string(), v.regex(/^-?\d+$/), v.transform(Number))

/** The same contract by each library; all parts of it are there. */
const app = calix(
  {},
  route(
    post('/zod/:n', {
      params: z.object({ n: z.coerce.number().int() }),
      query: z.object({ page: z.coerce.number().int().default(1), tag: z.array(z.string()).optional() }),
      headers: z.object({ 'x-n': z.coerce.number().int() }),
      cookies: z.object({ theme: z.enum(['light', 'dark']) }),
      body: written,
    }),
    keep,
  ),
  route(
    post('/later/:n', {
      params: z.object({ n: z.coerce.number().int() }).refine(async () => true),
      query: z
        .object({ page: z.coerce.number().int().default(1), tag: z.array(z.string()).optional() })
        .refine(async () => true),
      headers: z.object({ 'x-n': z.coerce.number().int() }),
      cookies: z.object({ theme: z.enum(['light', 'dark']) }),
      body: written.refine(async () => true),
    }),
    keep,
  ),
  route(
    post('/valibot/:n', {
      params: v.object({ n: valibotNumber }),
      query: v.object({ page: v.optional(valibotNumber, '1'), tag: v.optional(v.array(v.string())) }),
      headers: v.object({ 'x-n': valibotNumber }),
      cookies: v.object({ theme: v.picklist(['light', 'dark']) }),
      body: v.object({ name: v.string(), born: v.optional(v.string()), tags: v.array(v.string()) }),
    }),
    keep,
  ),
  route(
    post('/arktype/:n', {
      params: ark({ n: 'string.integer.parse' }),
      query: ark({ page: 'string.integer.parse = "1"', 'tag?': 'string[]' }).onDeepUndeclaredKey('delete'),
      headers: ark({ 'x-n': 'string.integer.parse' }).onUndeclaredKey('delete'),
      cookies: ark({ theme: '"light" | "dark"' }),
      body: ark({ name: 'string', 'born?': 'string', tags: 'string[]' }),
    }),
    keep,
  ),
)

const LIBRARIES = ['zod', 'later', 'valibot', 'arktype'] as const

const value = fc.record({
  n: fc.integer().map((n) => (n === 0 ? 0 : n)),
  page: fc.option(
    fc.integer().map((n) => (n === 0 ? 0 : n)),
    { nil: undefined },
  ),
  tag: fc.option(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 3 }), { nil: undefined }),
  theme: fc.constantFrom('light' as const, 'dark' as const),
  body: fc.record(
    { name: fc.string({ unit: 'binary' }), born: fc.constant('2026-01-31'), tags: fc.array(fc.string()) },
    { requiredKeys: ['name', 'tags'] },
  ),
})

const tagsArrive = (name: string): boolean => name !== 'alb'

describe.each(gateways)('behind $name', (gateway) => {
  const api = clientOf<typeof app>('http://calix.test', { fetch: fetchOf(app, { gateway }) })

  it.each(LIBRARIES)('what the client sends arrives as %s decodes it', (library) =>
    fc.assert(
      fc.asyncProperty(value, async ({ body, n, page, tag, theme }) => {
        const tags = tagsArrive(gateway.name) ? tag : undefined
        const call = {
          params: { n: String(n) },
          query: {
            ...(page === undefined ? {} : { page: String(page) }),
            ...(tags === undefined ? {} : { tag: tags }),
          },
          headers: { 'x-n': String(n) },
          cookies: { theme },
          body,
        }
        await {
          zod: () => api.post('/zod/:n', call).promise(),
          later: () => api.post('/later/:n', call).promise(),
          valibot: () => api.post('/valibot/:n', call).promise(),
          arktype: () => api.post('/arktype/:n', call).promise(),
        }[library]()
        expect(arrived.pop()).toEqual({
          params: { n },
          query: { page: page ?? 1, ...(tags === undefined ? {} : { tag: tags }) },
          headers: { 'x-n': n },
          cookies: { theme },
          body,
        })
      }),
      { numRuns: 25 },
    ),
  )

  it.each(LIBRARIES)('what %s refuses never arrives, and all of it is said at its place', async (library) => {
    arrived.length = 0
    const { json, status } = await client(app, { gateway }).post(`/${library}/x`, {
      query: { page: 'x' },
      headers: { 'x-n': 'x' },
      cookies: { theme: 'neon' },
      json: { name: 7, tags: ['a', 7] },
    })
    expect(status).toBe(400)
    expect(arrived).toEqual([])
    const { Issues: issues } = json as { readonly Issues: ReadonlyArray<Issue> }
    expect(issues.map((each) => [each.in, each.path])).toEqual([
      ['params', ['n']],
      ['query', ['page']],
      ['headers', ['x-n']],
      ['cookies', ['theme']],
      ['body', ['name']],
      ['body', ['tags', 1]],
    ])
    for (const { expected, message } of issues) {
      expect(expected).not.toBe('')
      expect(message).toMatch(/^(?:params|query|headers|cookies|body)\S*: ./)
    }
  })
})

describe('a library that decodes in place', () => {
  it('may, and what is not decoded stays as it was', async () => {
    const app = calix(
      {},
      route(
        get('/:n', {
          params: ark({ n: 'string.integer.parse' }),
          query: ark({ n: 'string.integer.parse[]' }),
          cookies: ark({ n: 'string.integer.parse' }),
        }),
        ({ cookies, params, query, queryAll }) => ({ params, query, queryAll, cookies }),
      ),
    )
    expect((await client(app).get('/1?n=2&n=3', { cookies: { n: '4' } })).json).toEqual({
      params: { n: 1 },
      query: { n: [2, 3] },
      queryAll: { n: ['2', '3'] },
      cookies: { n: 4 },
    })
  })
})

describe('a codec that is both', () => {
  it('is io-ts’s, so that an answer is encoded as well', async () => {
    const Day = standard(t.type({ at: date, n: integer }))
    const app = calix(
      {},
      route(post('/', { body: Day, returns: Day }), ({ body }) => ({ ...body, n: body.n + 1 })),
    )
    const { json } = await client(app).post('/', { json: { at: '2026-01-31', n: '1' } })
    expect(json).toEqual({ at: '2026-01-31T00:00:00.000Z', n: '2' })
  })
})

describe('what is no codec', () => {
  it('is refused before it can let anything through', async () => {
    const none: object = { parse: () => ({}) }
    const logged: Array<unknown> = []
    const start = async () => {
      const app = calix(
        { log: ({ error }) => logged.push(error) },
        route(post('/', { body: none as t.Mixed }), () => 'reached'),
      )
      const { status, text } = await client(app).post('/', { json: {} })
      return { status, isReached: text === 'reached' }
    }
    expect(await start()).toEqual({ status: 500, isReached: false })
    expect(logged).toEqual([
      expect.objectContaining({ message: expect.stringContaining("'body' is decoded by") }),
    ])
  })
})
