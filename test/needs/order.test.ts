import {
  authorize,
  authorizer,
  calix,
  get,
  iam,
  post,
  prefix,
  provide,
  response,
  route,
  routes,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { alb, client, gateways, httpApi, restApi } from 'calix/testing'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { trail } from './trail.ts'

const giving = () => {
  const all = trail()
  const gives = <A>(name: string, value: A) => provide(() => all.step(name, value))
  return { ...all, gives }
}

describe.each(gateways)('behind $name, what gives runs', (gateway) => {
  it('outermost first, behind every before, in front of decoding and of the handler', async () => {
    const { codec, gives, layer, step, steps } = giving()
    const inner = pipe(
      route(post('/:a', { params: t.type({ a: codec('decode') }), body: t.unknown }), () =>
        step('handler', 'done'),
      ),
      use(gives('first', { a: 1 }), layer('m'), gives('second', { b: 2 })),
    )
    const app = pipe(
      calix(
        {},
        pipe(inner, use(layer('n'), gives('third', { c: 3 })), prefix('/v1'), use(gives('fourth', {}))),
      ),
      use(layer('app')),
    )
    const { status } = await client(app, { gateway }).post('/v1/ok', { json: 1 })
    expect(status).toBe(200)
    expect(steps).toEqual([
      ...['app.before', 'n.before', 'm.before'],
      ...['fourth', 'third', 'second', 'first', 'decode', 'handler'],
      ...['m.after', 'n.after', 'app.after'],
    ])
  })

  it('also where the request turns out to be invalid', async () => {
    const { codec, gives, step, steps } = giving()
    const app = calix(
      {},
      pipe(
        route(get('/:a', { params: t.type({ a: codec('decode') }) }), () => step('handler', 1)),
        use(gives('given', {})),
      ),
    )
    const { status } = await client(app, { gateway }).get('/no')
    expect(status).toBe(400)
    // A codec is asked again for what is wrong.
    expect([...new Set(steps)]).toEqual(['given', 'decode'])
  })

  it('not on what has no route, no such method or no handler', async () => {
    const { gives, step, steps } = giving()
    const app = calix(
      {},
      pipe(
        routes(
          route(get('/a'), () => step('handler', 1)),
          pipe(
            route(post('/b', { body: t.string }), () => 1),
            use(cors({ allowOrigin: 'https://a.example.com' })),
          ),
        ),
        use(gives('given', {})),
      ),
    )
    const api = client(app, { gateway })
    const preflight = { origin: 'https://a.example.com', 'access-control-request-method': 'POST' }
    const answers = [
      await api.get('/none'),
      await api.post('/a'),
      await api.options('/a'),
      await api.options('/b', { headers: preflight }),
      await api.post('/b', { body: 'x', headers: { 'content-type': 'text/xml' } }),
      await api.get('/%E0'),
    ]
    const malformed = ['http', 'http-1.0'].includes(gateway.name) ? 404 : 400
    expect(answers.map(({ status }) => status)).toEqual([404, 405, 204, 204, 415, malformed])
    expect(steps).toEqual([])
    expect((await api.get('/a')).status).toBe(200)
    expect(steps).toEqual(['given', 'handler'])
  })

  it('not behind a middleware that answers', async () => {
    const { gives, layer, step, steps } = giving()
    const app = calix(
      {},
      pipe(
        route(get('/'), () => step('handler', 1)),
        use(gives('given', {}), layer('early', response('early'))),
      ),
    )
    expect((await client(app, { gateway }).get('/')).text).toBe('early')
    expect(steps).toEqual(['early.before'])
  })

  it('on a HEAD, which is a GET', async () => {
    const { gives, steps } = giving()
    const app = calix(
      {},
      pipe(
        route(get('/'), (_, { a }: { a: number }) => a),
        use(gives('given', { a: 1 })),
      ),
    )
    expect((await client(app, { gateway }).head('/')).status).toBe(200)
    expect(steps).toEqual(['given'])
  })
})

describe('where the caller is turned away', () => {
  it('nothing is given: a 401', async () => {
    const { gives, step, steps } = giving()
    const app = calix(
      {},
      pipe(
        route(get('/', { query: t.type({ a: t.string }) }), () => step('handler', 1)),
        use(gives('given', {})),
        authorize(iam()),
      ),
    )
    // Nobody is said to call; and a load balancer cannot say it.
    for (const gateway of [httpApi, restApi, alb])
      expect((await client(app, { gateway }).get('/')).status).toBe(401)
    expect(steps).toEqual([])
    const identity = { accessKey: 'A', accountId: '1', callerId: 'B', userArn: 'arn', userId: 'B' }
    expect((await client(app, { gateway: restApi }).get('/?a=b', { identity })).status).toBe(200)
    expect(steps).toEqual(['given', 'handler'])
  })

  it('nor by a 403', async () => {
    const { gives, step, steps } = giving()
    const app = calix(
      {},
      pipe(
        route(get('/a'), () => step('handler', 1)),
        authorize(authorizer(() => ({ routes: ['*'], principalId: 'p' }))),
        use(gives('given', {})),
      ),
    )
    const granted = (calixRoutes: string) =>
      client(app, { gateway: restApi }).get('/a', {
        identity: { principalId: 'p', context: { calixRoutes } },
      })
    expect((await granted('GET /b')).status).toBe(403)
    expect(steps).toEqual([])
    expect((await granted('GET /a')).status).toBe(200)
    expect(steps).toEqual(['given', 'handler'])
  })
})

describe('what gives', () => {
  it('stands twice around a route and runs once, where it stands outermost', async () => {
    const { gives, step, steps } = giving()
    const [twice, other] = [gives('twice', { a: 1 }), gives('other', { b: 2 })]
    const app = calix(
      {},
      pipe(
        routes(
          pipe(
            route(get('/a'), () => step('handler', 1)),
            use(twice, twice),
          ),
          route(get('/b'), () => step('handler', 1)),
        ),
        use(other, twice),
      ),
    )
    for (const path of ['/a', '/b']) {
      steps.length = 0
      await client(app).get(path)
      expect(steps).toEqual(['twice', 'other', 'handler'])
    }
  })

  it('runs for each request anew', async () => {
    let count = 0
    const counting = provide(() => ({ nth: ++count }))
    const app = calix(
      {},
      pipe(
        route(get('/'), (_, { nth }: { nth: number }) => ({ nth })),
        use(counting, counting),
      ),
    )
    const api = client(app)
    expect([(await api.get('/')).json, (await api.get('/')).json]).toEqual([{ nth: 1 }, { nth: 2 }])
  })

  it('around one route is nothing to another', async () => {
    const { gives, step, steps } = giving()
    const app = calix(
      {},
      pipe(
        route(get('/a'), () => 1),
        use(gives('given', {})),
      ),
      route(get('/b'), () => step('handler', 1)),
    )
    await client(app).get('/b')
    expect(steps).toEqual(['handler'])
  })

  it('sees the request as it came, before it is decoded', async () => {
    const seen: Array<unknown> = []
    const looking = provide(({ params, query, body, method, route }) => {
      seen.push({ params, query, body, method, route })
      return {}
    })
    const codec = {
      params: t.type({
        a: t.string.pipe(new t.Type<string>('Loud', t.string.is, () => t.success('A'), String)),
      }),
    }
    const app = calix(
      {},
      pipe(
        route(post('/:a', { ...codec, body: t.strict({ x: t.number }) }), ({ body, params }) => ({
          body,
          params,
        })),
        use(looking),
      ),
    )
    const { json } = await client(app, { gateway: restApi }).post('/a?q=1', { json: { x: 1, y: 2 } })
    expect(json).toEqual({ params: { a: 'A' }, body: { x: 1 } })
    expect(seen).toEqual([
      { params: { a: 'a' }, query: { q: '1' }, body: { x: 1, y: 2 }, method: 'POST', route: '/:a' },
    ])
  })
})
