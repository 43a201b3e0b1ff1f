import { calix, get, type Method, methods, monoid, type Path, post, type Routes, route } from 'calix'
import { type Client, gateways, restApi } from 'calix/testing'
import { expect, test } from 'vitest'
import { callsOf } from './calls.ts'
import { ledger, sender } from './sender.ts'

const KB64 = 64 * 1024
const DEEP = 100_000

const depthOf = (value: unknown): number => {
  let depth = 0
  for (let inner = value; Array.isArray(inner); inner = inner[0]) depth++
  return depth
}

const nested = (depth: number): unknown => {
  let value: unknown = []
  for (let level = 1; level < depth; level++) value = [value]
  return value
}

const { entries, log } = ledger()

const app = calix(
  { log },
  route(get('/one/:segment'), ({ params }) => params.segment.length),
  route(get('/many/*rest'), ({ params }) => params.rest.split('/').length),
  route(get('/query'), ({ query, queryAll }) => ({
    names: Object.keys(query).length,
    values: Object.values(queryAll).flat().length,
  })),
  route(get('/headers'), ({ headers, cookies }) => [
    Object.keys(headers).length,
    Object.keys(cookies).length,
  ]),
  route(post('/depth'), ({ body }) => depthOf(body)),
  route(post('/echo'), ({ body }) => body),
  route(get('/deep'), () => nested(DEEP)),
)

for (const gateway of gateways) {
  const to = sender(app, { gateway })

  test(`a path of 64 KB is answered (${gateway.name})`, async () => {
    const segments = Array.from({ length: KB64 / 2 }, () => 'a').join('/')
    expect((await to.get(`/many/${segments}`)).json).toBe(KB64 / 2)
    expect((await to.get(`/one/${'a'.repeat(KB64)}`)).json).toBe(KB64)
    expect((await to.get(`/one/${'%C3%A9'.repeat(KB64 / 6)}`)).json).toBe(Math.floor(KB64 / 6))
    for (const target of [
      `/none/${segments}`,
      `/${'a'.repeat(KB64)}`,
      '/'.repeat(KB64),
      `/${'../'.repeat(KB64 / 3)}`,
    ]) {
      const { status, bytes } = await to.get(target)
      expect(status).toBe(404)
      expect(bytes.length).toBeLessThan(1024)
    }
  })

  test(`10,000 query parameters are all there (${gateway.name})`, async () => {
    const apart = Array.from({ length: 10_000 }, (_, index) => `p${index}=${index}`).join('&')
    expect((await to.get(`/query?${apart}`)).json).toEqual({ names: 10_000, values: 10_000 })
    const repeated = Array.from({ length: 10_000 }, (_, index) => `p=${index}`).join('&')
    expect((await to.get(`/query?${repeated}`)).json).toEqual({
      names: 1,
      values: gateway.name === 'alb' ? 1 : 10_000,
    })
  })
}

test('JSON nested 100,000 deep is read', async () => {
  const body = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`
  const headers = { 'content-type': 'application/json' }
  const { status, json } = await sender(app).post('/depth', { body, headers })
  expect({ status, json }).toEqual({ status: 200, json: DEEP })
})

test('JSON nested 100,000 deep is answered whatever is in it', async () => {
  const headers = { 'content-type': 'application/json' }
  for (const inner of ['"\\u0041"', '"constructor"', '', '{"__proto__":1}', '"unclosed'])
    for (const target of ['/depth', '/echo']) {
      const body = `${'['.repeat(DEEP)}${inner}${']'.repeat(DEEP)}`
      const { status, refusal } = await sender(app).post(target, { body, headers })
      // What V8 can parse and not print, or not check, is a matter of its stack: an answer it is in any case.
      expect(refusal).toBeUndefined()
      expect([200, 400, 500]).toContain(status)
    }
})

test('an answer nested 100,000 deep is sent, or is a logged 500', async () => {
  entries.length = 0
  const { status, refusal, text } = await sender(app).get('/deep')
  expect(refusal).toBeUndefined()
  if (status === 200) expect(text.length).toBe(2 * DEEP)
  else expect({ status, logged: entries.length }).toEqual({ status: 500, logged: 1 })
})

const declare = (paths: ReadonlyArray<string>, method: Method = 'GET'): Routes =>
  paths
    .map((path): Routes => route(methods([method], path as Path), () => path))
    .reduce(monoid.concat, monoid.empty)

/** Every path of so many segments, each a literal or a parameter: the table in which the most has to be tried. */
const everyWay = (length: number, end: string): ReadonlyArray<string> =>
  Array.from(
    { length: 2 ** length },
    (_, nth) => `/${Array.from({ length }, (_, at) => ((nth >> at) & 1 ? `:p${at}` : 'a')).join('/')}/${end}`,
  )

const matching = (to: Client, target: string): Promise<number> =>
  callsOf('/src/match.ts', () => to.get(target))

const aTimes = (count: number): string => '/a'.repeat(count)

test('a table of every way to spell a path costs no more than its size', async () => {
  const LENGTH = 10
  const to = sender(calix({ log }, declare(everyWay(LENGTH, 'end'))), { gateway: restApi })
  // 2 + 4 + … + 1024 nodes, and the root: a matcher that backtracks blindly would try each suffix anew.
  const nodes = 2 ** (LENGTH + 1)
  const calls = await matching(to, `${aTimes(LENGTH)}/other`)
  expect(calls).toBeGreaterThan(nodes / 2)
  expect(calls).toBeLessThan(6 * nodes)
})

test('parameters one after the other cost their number, not a power of it', async () => {
  const routes = Array.from({ length: 40 }, (_, length) => `${aTimes(length)}/:x/:y/*rest`)
  const to = sender(calix({ log }, declare(routes, 'POST')), { gateway: restApi })
  const calls = await matching(to, `${aTimes(60)}/b`)
  expect((await to.get(`${aTimes(60)}/b`)).status).toBe(405)
  expect(calls).toBeLessThan(40 * 40)
})

test('a longer path costs the matcher not one call more, once it is longer than every route', async () => {
  const to = sender(calix({ log }, declare([...everyWay(5, 'end'), '/a/:x/*rest'], 'POST')), {
    gateway: restApi,
  })
  const short = await matching(to, aTimes(100))
  const long = await matching(to, aTimes(KB64 / 2))
  expect(short).toBeGreaterThan(0)
  expect(long).toBe(short)
})

test('twice as many parameters, headers or cookies are at most twice the work', async () => {
  const to = sender(app, { gateway: restApi })
  const work = async (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `n${index}`)
    const query = names.map((name) => `${name}=1`).join('&')
    const headers = Object.fromEntries(names.map((name) => [name, '1']))
    const cookie = names.map((name) => `${name}=1`).join('; ')
    return [
      await callsOf('/src/', () => to.get(`/query?${query}`)),
      await callsOf('/src/', () => to.get('/headers', { headers })),
      await callsOf('/src/', () => to.get('/headers', { headers: { cookie } })),
    ]
  }
  const [once, twice] = [await work(2000), await work(4000)]
  for (const [index, calls] of once.entries()) {
    expect(calls).toBeGreaterThan(0)
    expect(twice[index]).toBeLessThanOrEqual(2 * calls + 10)
  }
})

test('a form of more fields than are read is refused, not cut short', async () => {
  const form = (count: number) =>
    sender(app).post('/depth', {
      body: Array.from({ length: count }, (_, index) => `f${index}=1`).join('&'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  expect((await form(1000)).status).toBe(200)
  expect((await form(1001)).status).toBe(413)
})
