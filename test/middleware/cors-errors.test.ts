import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { compress, cors } from '../../middleware/index.ts'
import { calix, get, NotFoundError, post, response, route, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'

const FOO = 'https://foo.example.com'
const hello = () => ({ hello: 'world' })
/** The headers that decide over CORS. */
const decisive = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'vary' || name.startsWith('access-control-')),
  )

describe('an answer that is an error has the headers too', () => {
  const never = () => new Promise<never>(() => {})
  const app = pipe(
    calix(
      { log: () => {} },
      route(get('/'), hello),
      route(get('/missing'), () => new NotFoundError('gone')),
      route(get('/thrown'), () => {
        throw new Error('x')
      }),
      route(get('/bigint'), () => 1n),
      route(get('/status'), () => response('x', { status: 99 })),
      route(get('/never'), never),
      route(post('/json', { accepts: 'application/json' }), ({ body }) => body),
    ),
    use(cors({ allowOrigin: [FOO], exposeHeaders: ['X-A'] }), compress()),
  )
  const xml = { 'content-type': 'text/xml' }
  const broken = { 'content-type': 'application/json' }

  it.each([
    ['an error of the handler', 'GET', '/missing', {}, 404],
    ['a throw', 'GET', '/thrown', {}, 500],
    ['a value without JSON', 'GET', '/bigint', {}, 500],
    ['a status that cannot be', 'GET', '/status', {}, 500],
    ['an unknown path', 'GET', '/nowhere', {}, 404],
    ['another method', 'PATCH', '/', {}, 405],
    ['a type that is not accepted', 'POST', '/json', { body: '<a/>', headers: xml }, 415],
    ['a malformed body', 'POST', '/json', { body: '{', headers: broken }, 400],
    ['a handler that never settles', 'GET', '/never', {}, 504],
  ])(
    '%s',
    async (_what, method, target, init: { headers?: Record<string, string>; body?: string }, status) => {
      const headers = { origin: FOO, ...init.headers }
      const answer = await client(app, { lambdaContext: { timeoutMs: 300 } }).request(method, target, {
        ...init,
        headers,
      })
      expect(answer.status).toBe(status)
      expect(decisive(answer.headers)).toMatchObject({
        'access-control-allow-origin': FOO,
        'access-control-expose-headers': 'X-A',
        vary: 'origin',
      })
    },
  )

  it('where another middleware breaks the answer outside of it', async () => {
    const breaking = { after: () => ({ statusCode: 200, headers: { 'x-a': 'a\nb' }, body: '' }) }
    const inner = {
      after: ({ response: { headers } }: { response: { headers: Record<string, unknown> } }) => {
        headers['x-a'] = 'a\nb'
      },
    }
    for (const [broken, status] of [
      [inner, 500],
      [breaking, 500],
    ] as const) {
      const answer = await client(
        calix({ log: () => {} }, pipe(route(get('/'), hello), use(broken, cors({ allowOrigin: FOO })))),
      ).get('/')
      expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, FOO])
    }
  })
})
