import httpEventNormalizer from '@middy/http-event-normalizer'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpSecurityHeaders from '@middy/http-security-headers'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { compress, cors, json } from '../../../middleware/index.ts'
import { calix, get, NotFoundError, post, response, route, routes, use } from '../../../src/index.ts'
import { client, gateways } from '../../../testing/index.ts'
import { placements } from './placements.ts'

describe.each(placements)('on $where, behind $gateway', ({ where, mount }) => {
  describe('http-security-headers', () => {
    const things = routes(
      route(get('/thing'), () => ({ ok: true })),
      route(get('/missing'), () => new NotFoundError('x')),
      route(get('/thrown'), () => {
        throw new Error('x')
      }),
      route(get('/powered'), () => response('x', { headers: { 'X-Powered-By': 'curiosity', 'X-A': '1' } })),
    )
    const middleware = [httpSecurityHeaders({ strictTransportSecurity: { maxAge: 31536000, preload: true } })]
    const answers = mount({ routes: things, middleware, options: { log: () => {} } })

    it.each([
      ['/thing', 200],
      ['/missing', 404],
      ['/thrown', 500],
    ])('guards %s', async (target, status) => {
      const answer = await answers.get(target)
      expect([answer.status, answer.refusal]).toEqual([status, undefined])
      expect(answer.headers).toMatchObject({
        'content-type': 'application/json',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
      })
    })

    it('guards another method of its paths', async () => {
      expect(await answers.post('/thing')).toMatchObject({
        status: 405,
        headers: { 'x-frame-options': 'DENY' },
      })
    })

    it('guards an unknown path where it stands on the app', async () => {
      const { headers } = await answers.get('/nowhere')
      expect('x-frame-options' in headers).toBe(where === 'the app')
    })

    it('takes away what tells of the server', async () => {
      const { headers } = await answers.get('/powered')
      expect(headers).toMatchObject({ 'x-a': '1' })
      expect(headers).not.toHaveProperty('x-powered-by')
    })
  })

  describe('http-header-normalizer', () => {
    const language = route(get('/'), ({ headers }) => headers['accept-language'])
    const middleware = [httpHeaderNormalizer({ defaultHeaders: { 'Accept-Language': 'en' } })]
    const answers = mount({ routes: language, middleware })

    it('gives a handler the header that a request has not', async () => {
      expect((await answers.get('/')).text).toBe('en')
    })

    it('leaves the header that a request has', async () => {
      expect((await answers.get('/', { headers: { 'ACCEPT-LANGUAGE': 'de' } })).text).toBe('de')
    })

    it('spells names as it is told to, for the middleware inside', async () => {
      const seen: Array<string> = []
      const inside = {
        before: ({ event }: { event: { headers: object } }) => void seen.push(...Object.keys(event.headers)),
      }
      const app = mount({ routes: language, middleware: [inside, httpHeaderNormalizer({ canonical: true })] })
      const { text } = await app.get('/', { headers: { 'accept-language': 'fr', dnt: '1' } })
      expect(text).toBe('fr')
      expect(seen).toEqual(expect.arrayContaining(['Accept-Language', 'DNT']))
    })
  })

  describe('http-event-normalizer', () => {
    // The maps of an event are null or missing where a request has nothing for them.
    const reading = {
      before: ({
        event,
      }: {
        event: { queryStringParameters: { page?: string }; pathParameters: object }
      }) => {
        seen.push([event.queryStringParameters.page, typeof event.pathParameters])
      },
    }
    const seen: Array<readonly [string | undefined, string]> = []
    const index = route(get('/'), () => 'ok')

    it('spares the middleware inside from maps that are not there', async () => {
      const without = mount({ routes: index, middleware: [reading], options: { log: () => {} } })
      expect((await without.get('/')).status).toBe(500)
      const answers = mount({ routes: index, middleware: [reading, httpEventNormalizer()] })
      seen.length = 0
      expect((await answers.get('/')).status).toBe(200)
      expect((await answers.get('/?page=2')).status).toBe(200)
      expect(seen).toEqual([
        [undefined, 'object'],
        ['2', 'object'],
      ])
    })
  })
})

describe.each(gateways)(
  'behind $name, inside a header normalizer that spells names canonically',
  (gateway) => {
    const app = calix(
      {},
      pipe(
        routes(
          route(get('/'), () => 'compress me, '.repeat(400)),
          route(post('/'), ({ body }) => body),
        ),
        use(
          json(),
          compress(),
          cors({ allowOrigin: ['https://foo.example.com'] }),
          httpHeaderNormalizer({ canonical: true }),
        ),
      ),
    )
    const answers = client(app, { gateway })

    it('compress and cors read the headers all the same', async () => {
      const headers = { 'accept-encoding': 'gzip', origin: 'https://foo.example.com' }
      expect((await answers.get('/', { headers })).headers).toMatchObject({
        'content-encoding': 'gzip',
        'access-control-allow-origin': 'https://foo.example.com',
      })
    })

    it('json does as well', async () => {
      expect((await answers.post('/', { json: { a: 1 } })).json).toEqual({ a: 1 })
    })
  },
)
