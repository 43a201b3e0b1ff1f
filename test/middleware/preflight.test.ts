import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { type CorsOptions, cors } from '../../middleware/index.ts'
import { any, calix, del, get, options, post, put, response, route, routes, use } from '../../src/index.ts'
import { client, gateways } from '../../testing/index.ts'
import { keepingLog } from './trace.ts'

const FOO = 'https://foo.example.com'
const OTHER = 'https://other.example.com'

const hello = () => ({ hello: 'world' })
const appOf = (given: CorsOptions) => calix({ log: () => {} }, pipe(route(get('/'), hello), use(cors(given))))

/** The headers that decide over CORS. */
const decisive = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'vary' || name.startsWith('access-control-')),
  )

const preflight = (target: string, method: string, origin = FOO) =>
  [target, { headers: { origin, 'access-control-request-method': method } }] as const

const USUAL = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key'

describe.each(gateways)('a preflight behind $name', (gateway) => {
  const { logged, log } = keepingLog()
  const app = calix(
    { log },
    pipe(
      routes(
        route(put('/things/:id'), () => 1),
        route(del('/things/:id'), () => 2),
      ),
      use(cors({ allowOrigin: [FOO], allowHeaders: ['X-A'], maxAge: 60, allowCredentials: true })),
    ),
    route(get('/plain'), hello),
  )
  const answers = client(app, { gateway })

  it('has the methods of the path, the headers and the age, and no body', async () => {
    const { status, headers, text } = await answers.options(...preflight('/things/1', 'PUT'))
    expect([status, text, logged]).toEqual([204, '', []])
    expect(decisive(headers)).toEqual({
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': `${USUAL},X-A`,
      'access-control-allow-methods': 'PUT,DELETE,OPTIONS',
      'access-control-allow-origin': FOO,
      'access-control-max-age': '60',
      vary: 'origin',
    })
  })

  it('of another origin has no origin', async () => {
    const { headers, status } = await answers.options(...preflight('/things/1', 'PUT', OTHER))
    expect(status).toBe(204)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers.vary).toBe('origin')
  })

  it('of a method that the path has not, says which it has', async () => {
    const { headers } = await answers.options(...preflight('/things/1', 'PATCH'))
    expect(headers['access-control-allow-methods']).toBe('PUT,DELETE,OPTIONS')
  })

  it('of a route without cors has no CORS headers', async () => {
    const { status, headers } = await answers.options(...preflight('/plain', 'GET'))
    expect([status, headers.allow, decisive(headers)]).toEqual([204, 'GET, HEAD, OPTIONS', {}])
  })
})

describe('a preflight', () => {
  it("is answered by the cors of the asked method's route", async () => {
    const one = pipe(route(get('/'), hello), use(cors({ allowOrigin: FOO })))
    const other = pipe(route(post('/'), hello), use(cors({ allowOrigin: OTHER })))
    const answers = client(calix({}, one, other))
    const origin = async (method: string) =>
      (await answers.options(...preflight('/', method))).headers['access-control-allow-origin']
    expect([await origin('GET'), await origin('POST')]).toEqual([FOO, OTHER])
  })

  it('is answered by the innermost cors, as what follows will be', async () => {
    const inner = pipe(route(get('/'), hello), use(cors({ allowOrigin: OTHER })))
    const app = pipe(calix({}, inner), use(cors({ allowOrigin: FOO })))
    const asked = await client(app).options(...preflight('/', 'GET'))
    const followed = await client(app).get('/', { headers: { origin: OTHER } })
    for (const { headers } of [asked, followed]) expect(headers['access-control-allow-origin']).toBe(OTHER)
  })

  it('is left to an OPTIONS route of the path', async () => {
    const own = route(options('/'), () => response('own', { status: 200, headers: { allow: 'GET' } }))
    const app = calix({}, pipe(routes(route(get('/'), hello), own), use(cors({ allowOrigin: FOO }))))
    const { text, headers } = await client(app).options(...preflight('/', 'GET'))
    expect([text, headers['access-control-allow-origin']]).toEqual(['own', FOO])
  })

  it('of a route for any method names them all', async () => {
    const app = calix({}, pipe(route(any('/'), hello), use(cors())))
    const { headers } = await client(app).options(...preflight('/', 'PATCH'))
    expect(headers['access-control-allow-methods']).toBe('GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS')
  })

  it.each([
    ['without an origin', { 'access-control-request-method': 'GET' }],
    ['without a method asked for', { origin: FOO }],
  ])('%s is none: an OPTIONS request, answered with allow', async (_what, headers) => {
    const answer = await client(appOf({})).options('/', { headers })
    expect([answer.status, answer.headers.allow]).toEqual([204, 'GET, HEAD, OPTIONS'])
    expect(answer.headers['access-control-allow-origin']).toBe('*')
  })
})
