import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { cors } from '../../middleware/index.ts'
import { calix, get, lambda, NotHttpEventError, post, route, use } from '../../src/index.ts'
import { client, restApi } from '../../testing/index.ts'
import { ALL, NO_ERROR, tracer } from './trace.ts'

const OPTIONS = { log: () => {} }

describe('answers that no handler of the path gives', () => {
  const build = () => {
    const { trace, layer, handler } = tracer()
    const readers = pipe(
      route(
        get('/things/:id'),
        handler(() => 1),
      ),
      use(layer('first', NO_ERROR)),
    )
    const writers = pipe(
      route(
        post('/things/:id', { accepts: 'application/json' }),
        handler(() => 2),
      ),
      use(layer('second', NO_ERROR)),
    )
    const app = pipe(calix(OPTIONS, readers, writers), use(layer('app', NO_ERROR)))
    return { trace, answers: client(app) }
  }
  const appOnly = ['app.before', 'app.after']
  const firstRoute = ['app.before', 'first.before', 'first.after', 'app.after']

  it('404: the app alone', async () => {
    const { trace, answers } = build()
    expect((await answers.get('/nowhere')).status).toBe(404)
    expect(trace).toEqual(appOnly)
  })

  it('400 for a malformed path: the app alone', async () => {
    const { trace, layer } = tracer()
    const app = pipe(
      calix(
        OPTIONS,
        route(get('/a/:b'), () => 1),
      ),
      use(layer('app', NO_ERROR)),
    )
    expect((await client(app, { gateway: restApi }).get('/a/%E0%A4%A')).status).toBe(400)
    expect(trace).toEqual(appOnly)
  })

  it("405: the path's first route and the app", async () => {
    const { trace, answers } = build()
    const { status, headers } = await answers.put('/things/1')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS'])
    expect(trace).toEqual(firstRoute)
  })

  it("OPTIONS: the path's first route and the app", async () => {
    const { trace, answers } = build()
    expect((await answers.options('/things/1')).status).toBe(204)
    expect(trace).toEqual(firstRoute)
  })

  it('415: the route itself, and no handler', async () => {
    const { trace, answers } = build()
    const sent = { body: '<a/>', headers: { 'content-type': 'text/xml' } }
    expect((await answers.post('/things/1', sent)).status).toBe(415)
    expect(trace).toEqual(['app.before', 'second.before', 'second.after', 'app.after'])
  })

  it('a preflight: cors and nothing else', async () => {
    const { trace, layer, handler } = tracer()
    const app = pipe(
      calix(
        OPTIONS,
        pipe(
          route(
            get('/'),
            handler(() => 1),
          ),
          use(layer('inner', ALL), cors()),
        ),
      ),
      use(layer('app', ALL)),
    )
    const headers = { origin: 'https://a.example.com', 'access-control-request-method': 'GET' }
    expect((await client(app).options('/', { headers })).status).toBe(204)
    expect(trace).toEqual([])
  })
})

describe('an event that is no HTTP request', () => {
  const S3 = { Records: [{ eventSource: 'aws:s3', s3: { object: { key: 'a' } } }] }

  it('is seen by the middleware of the app, then rejected', async () => {
    const { trace, layer, handler } = tracer()
    const app = pipe(
      calix(
        OPTIONS,
        pipe(
          route(
            get('/'),
            handler(() => 1),
          ),
          use(layer('route', ALL)),
        ),
      ),
      use(layer('app', ALL)),
    )
    await expect(lambda(app)(S3)).rejects.toThrow(NotHttpEventError)
    expect(trace).toEqual(['app.before', 'app.onError'])
  })

  it('is rejected as such by an app whose middleware expects HTTP', async () => {
    const secret = {
      before: ({ event }: { event: { headers: Record<string, string> } }) => event.headers['x-key'],
    }
    const app = pipe(
      calix(
        OPTIONS,
        route(get('/'), () => 1),
      ),
      use(secret),
    )
    await expect(lambda(app)(S3)).rejects.toThrow(NotHttpEventError)
  })
})
