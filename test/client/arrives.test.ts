import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calix, get, type LambdaHandler, lambda, post, response, route } from '../../src/index.ts'
import { alb, fetchOf, type Gateway, gateways, httpApi, httpApiV1 } from '../../testing/index.ts'
import { serving } from '../local/support/serving.ts'
import { untyped } from './untyped.ts'

const app = calix(
  {},
  route(get('/of/:name/end'), ({ cookies, headers, params, queryAll }) =>
    response({ params, queryAll, cookies, header: headers['x-probe'] }),
  ),
  route(get('/rest/*rest'), ({ params }) => response({ params })),
  route(post('/body'), ({ body }) => response({ body: body as unknown })),
)

/** Every text that has an encoding in UTF-8, with what the syntax of URLs, queries and headers knows more often than chance. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'%/+&;=?#.:\\"\' \t\r\n\0,*~2eF@[]é☃𝒳\u2028\ufeff') }),
)

const isSegment = (part: string): boolean => !/^\.{0,2}$/.test(part)
/** HTTP APIs hand paths over decoded, so that no app behind one can tell an encoded slash from one between segments. */
const isDecoded = (gateway: Gateway): boolean => gateway === httpApi || gateway === httpApiV1

const asked = (gateway: Gateway) => untyped('http://calix.test', { fetch: fetchOf(app, { gateway }) })

const queryOf = (maxLength: number) =>
  fc.dictionary(text, fc.array(text, { minLength: 1, maxLength }), { noNullPrototype: true })
/** A load balancer without multi-value headers hands on the last value of a name alone. */
const most = (gateway: Gateway): number => (gateway === alb ? 1 : 3)

/** Visible ASCII, with spaces inside. */
const header = fc.string({ unit: 'grapheme-ascii' }).map((value) => value.trim())
const cookie = header.map((value) => value.replace(/[; ]/g, ''))

/** What JSON says of a value: it has one zero. Keys that could reach a prototype are refused, with a 400. */
const json = fc
  .jsonValue({ stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !/"(?:__proto__|constructor)"/.test(JSON.stringify(value)))

describe.each(gateways)('behind $name', (gateway) => {
  const api = asked(gateway)

  it('parameters, the query, headers and cookies arrive as they were sent', () =>
    fc.assert(
      fc.asyncProperty(
        text.filter((name) => isSegment(name) && !(isDecoded(gateway) && name.includes('/'))),
        queryOf(most(gateway)),
        header,
        cookie,
        async (name, query, header, cookie) => {
          const call = { params: { name }, query, headers: { 'x-probe': header }, cookies: { cookie } }
          expect(await api.get('/of/:name/end', call).promise()).toEqual({
            params: { name },
            queryAll: query,
            header,
            cookies: { cookie },
          })
        },
      ),
    ))

  it('the remainder of a path arrives as it was sent', () =>
    fc.assert(
      fc.asyncProperty(
        text.filter((rest) => rest.split('/').every(isSegment)),
        async (rest) => {
          expect(await api.get('/rest/*rest', { params: { rest } }).promise()).toEqual({ params: { rest } })
        },
      ),
    ))

  it('a body arrives as it was sent, half characters included', () =>
    fc.assert(
      fc.asyncProperty(json, async (body) => {
        expect(await api.post('/body', { body }).promise()).toEqual({ body })
      }),
    ))

  it('half a character arrives in JSON, and is refused elsewhere', async () => {
    const half = '\ud800a'
    expect(await api.post('/body', { body: [half] }).promise()).toEqual({ body: [half] })
    for (const call of [{ params: { rest: half } }, { params: { rest: 'a' }, query: { half } }])
      expect(await api.get('/rest/*rest', call)()).toMatchObject({ left: { kind: 'invalid-input' } })
  })

  it('a slash in a parameter arrives where the gateway hands on the path as it was sent', async () => {
    const answer = await api.get('/of/:name/end', { params: { name: 'a/b' } })()
    expect(answer).toMatchObject(
      isDecoded(gateway) ? { left: { status: 404 } } : { right: { params: { name: 'a/b' } } },
    )
  })
})

describe.each(['rest', 'http', '1.0'] as const)('over a socket, payload %s', (payload) => {
  it('all of it arrives as it was sent', async () => {
    const handler: LambdaHandler = lambda(app)
    const { url } = await serving(handler, { payload })
    const api = untyped(url)
    await fc.assert(
      fc.asyncProperty(
        text.filter((name) => isSegment(name) && !(payload !== 'rest' && name.includes('/'))),
        queryOf(3),
        header,
        json,
        async (name, query, header, body) => {
          const call = { params: { name }, query, headers: { 'x-probe': header }, cookies: { a: 'b' } }
          expect(await api.get('/of/:name/end', call).promise()).toEqual({
            params: { name },
            queryAll: query,
            header,
            cookies: { a: 'b' },
          })
          expect(await api.post('/body', { body }).promise()).toEqual({ body })
        },
      ),
      { numRuns: 50 },
    )
  })
})
