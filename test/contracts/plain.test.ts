import { any, calix, type Request, response, route } from 'calix'
import { client, gateways, type OneOrMore } from 'calix/testing'
import fc from 'fast-check'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const { unknown } = t

/** Codecs that take anything and change nothing of it. */
const ANYTHING = [
  ['io-ts', { params: unknown, query: unknown, headers: unknown, cookies: unknown, body: unknown }],
  [
    'a Standard Schema',
    { params: z.any(), query: z.any(), headers: z.any(), cookies: z.any(), body: z.any() },
  ],
  ['none', {}],
] as const

/** Names and values that mean something where they are, and anything else. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'%/+&;=?#.:\\"\' \t\r\n\0,*~2eF@[]é☃𝒳') }),
  fc.constantFrom('toString', 'constructor', 'length', '0'),
)

// What a codec is asked about has no such name: many would take it for what their record inherits from.
const name = text.filter((each) => each !== '__proto__')

const token = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_') }).map((each) => `x-${each}`)

const printable = fc.string({ unit: 'grapheme-ascii' }).map((value) => value.trim())

const cookie = printable.map((value) => value.replace(/[; ]/g, ''))

interface Given {
  readonly path: string
  readonly query: Record<string, OneOrMore>
  readonly headers: Record<string, string>
  readonly cookies: Record<string, string>
  readonly body: string
  readonly type: string
}

const given: fc.Arbitrary<Given> = fc.record({
  path: text.filter((each) => !/^\.{0,2}$/.test(each) && !each.includes('/')),
  query: fc.dictionary(name, fc.array(text, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
  headers: fc.dictionary(token, printable, { noNullPrototype: true }),
  cookies: fc.dictionary(token, cookie, { noNullPrototype: true }),
  body: fc.oneof(fc.json(), fc.string(), fc.constantFrom('a=1&a=2&b=', '', '{"a":')),
  type: fc.constantFrom('application/json', 'application/vnd.a+json; charset=utf-8', ''),
})

/** What a handler reads, and its query by name: a text, or a list where a name came more often. */
const read = (request: Request) => {
  const { body, cookies, headers, params, query, queryAll, rawBody, ...rest } = {
    ...{ body: request.body, cookies: request.cookies, headers: request.headers, params: request.params },
    ...{ query: request.query, queryAll: request.queryAll, rawBody: [...request.rawBody] },
    ...{ method: request.method, path: request.path, rawPath: request.rawPath, route: request.route },
    ...{ sourceIp: request.sourceIp, stageVars: request.stageVars, identity: request.identity },
  }
  // Each request has one of its own.
  const { 'x-amzn-trace-id': _, ...alike } = headers
  return { body, cookies, headers: alike, params, query, queryAll, rawBody, rest }
}

type Read = ReturnType<typeof read>

const appOf = (contract: object, seen: Array<Read>) =>
  calix(
    {},
    route(any('/of/:name/end', contract), (request) => {
      // Whatever decodes anything gives anything, which the type of a request without a contract says less of.
      seen.push(read(request as Request))
      return response('', { status: 204 })
    }),
  )

const asDecoded = ({ query, queryAll }: Read): unknown =>
  Object.fromEntries(
    Object.keys(query).map((name) => {
      const all = queryAll[name] ?? []
      return [name, all.length === 1 ? all[0] : all]
    }),
  )

describe.each(gateways)('behind $name', (gateway) => {
  const [byIoTs, byStandard, plainly]: ReadonlyArray<Array<Read>> = [[], [], []]
  const all = ANYTHING.map(([, contract], i) => {
    const seen = [byIoTs, byStandard, plainly][i] ?? []
    return { seen, api: client(appOf(contract, seen), { gateway }) }
  })

  it('a request that anything decodes is the request as it is', () =>
    fc.assert(
      fc.asyncProperty(given, async ({ body, cookies, headers, path, query, type }) => {
        const statuses: Array<number> = []
        for (const { api, seen } of all) {
          seen.length = 0
          const { status } = await api.post(`/of/${encodeURIComponent(path)}/end`, {
            ...{ query, cookies, body },
            headers: type === '' ? headers : { ...headers, 'content-type': type },
          })
          statuses.push(status)
        }
        // Malformed JSON is a 400 whoever reads it.
        expect(new Set(statuses).size).toBe(1)
        const [one] = plainly ?? []
        if (one === undefined) {
          expect(statuses[0]).toBe(400)
          expect([byIoTs, byStandard]).toEqual([[], []])
          return
        }
        for (const seen of [byIoTs, byStandard]) {
          const { query: decoded, ...others } = seen?.[0] ?? one
          const { query: _, ...expected } = one
          expect(seen?.length).toBe(1)
          expect(others).toEqual(expected)
          expect({ ...decoded }).toEqual(asDecoded(one))
        }
      }),
      { numRuns: 100 },
    ))
})

describe('a request that is decoded', () => {
  it('is as JSON what its codecs have made of it', async () => {
    const app = calix(
      {},
      route(
        any('/:n', { params: t.type({ n: t.string }), query: t.strict({ a: t.string }) }),
        (request) => request,
      ),
    )
    const { json } = await client(app).get('/7?a=1&b=2')
    expect(json).toMatchObject({ params: { n: '7' }, query: { a: '1' }, queryAll: { a: ['1'], b: ['2'] } })
    expect((json as Request).query).toEqual({ a: '1' })
  })

  it('is immutable', async () => {
    const app = calix(
      { log: () => {} },
      route(any('/:n', { params: t.type({ n: t.string }) }), (request) => {
        Object.assign(request, { params: {} })
      }),
    )
    expect((await client(app).get('/7')).status).toBe(500)
  })
})
