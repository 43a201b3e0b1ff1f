import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { calix, get, lambda, response, route, UnauthorizedError, use } from '../../src/index.ts'
import { client, gateways, type Handler } from '../../testing/index.ts'
import { ALL, NO_ERROR, tracer } from './trace.ts'

const OPTIONS = { log: () => {} }

const answering = (given: () => unknown) =>
  client(
    calix(
      OPTIONS,
      pipe(
        route(get('/'), () => 'the handler'),
        use({ before: given }),
      ),
    ),
  ).get('/')

describe('a before that returns a value', () => {
  it('answers in the place of the handler and of the layers inside; those outside see the answer', async () => {
    const { trace, layer, handler } = tracer()
    const app = calix(
      OPTIONS,
      pipe(
        route(
          get('/'),
          handler(() => 1),
        ),
        use(
          layer('inside', ALL),
          layer('insideAfterOnly', ['after']),
          layer('early', ALL, { before: () => ({ statusCode: 202, body: 'early' }) }),
          layer('outside', ALL),
        ),
      ),
    )
    const { status, text } = await client(app).get('/')
    expect([status, text]).toEqual([202, 'early'])
    // A layer that does no more than change answers changes this one too, wherever it stands.
    expect(trace).toEqual(['outside.before', 'early.before', 'insideAfterOnly.after', 'outside.after'])
  })

  it.each([
    ['a proxy result', () => ({ statusCode: 201, headers: { 'X-A': '1' }, body: 'b' }), 201, 'b'],
    ['a proxy result of a status alone', () => ({ statusCode: 204 }), 204, ''],
    ['a response', () => response('teapot', { status: 418 }), 418, 'teapot'],
    ['a web Response', () => new Response('web', { status: 203 }), 203, 'web'],
    ['a text', () => 'warm', 200, 'warm'],
    ['a value', () => ({ a: 1 }), 200, '{"a":1}'],
    ['null', () => null, 200, 'null'],
    ['a promise', async () => ({ a: 1 }), 200, '{"a":1}'],
    ['a Right', () => E.right({ a: 1 }), 200, '{"a":1}'],
  ])('takes %s', async (_what, given, status, text) => {
    const answer = await answering(given)
    expect([answer.status, answer.text, answer.refusal]).toEqual([status, text, undefined])
  })

  it.each([
    ['an error', () => new UnauthorizedError('who?')],
    ['a promise of an error', async () => new UnauthorizedError('who?')],
    ['a Left', () => E.left(new UnauthorizedError('who?'))],
  ])('refuses the request with %s', async (_what, given) => {
    const { status, json } = await answering(given)
    expect(status).toBe(401)
    expect(json).toEqual({ Code: 'UnauthorizedError', Message: 'UnauthorizedError: who?' })
  })

  it('may say so by earlyResponse, as middy lets it', async () => {
    const { trace, layer, handler } = tracer()
    const app = calix(
      OPTIONS,
      pipe(
        route(
          get('/'),
          handler(() => 1),
        ),
        use(
          layer('early', ['before'], {
            before: (request) =>
              void Object.assign(request, { earlyResponse: { statusCode: 202, body: 'e' } }),
          }),
          layer('outside', NO_ERROR),
        ),
      ),
    )
    expect((await client(app).get('/')).status).toBe(202)
    expect(trace).toEqual(['outside.before', 'early.before', 'outside.after'])
  })
})

describe.each(gateways)('behind $name', (gateway) => {
  it('what a before does to the event is what the handler and the layers inside see', async () => {
    const app = calix(
      OPTIONS,
      pipe(
        route(get('/'), ({ headers, body }) => ({ user: headers['x-user'], accept: headers.accept, body })),
        use(
          {
            before: ({ event }) => {
              event.headers['x-user'] += '!'
            },
          },
          {
            before: ({ event }) => {
              event.headers['x-user'] = 'ada'
              event.headers.accept = 'text/html'
              event.body = { from: 'middleware' }
            },
          },
        ),
      ),
    )
    const { json } = await client(app, { gateway }).get('/', { headers: { 'x-user': 'eve' } })
    expect(json).toEqual({ user: 'ada!', accept: 'text/html', body: { from: 'middleware' } })
  })

  it('a header that a before takes away is away', async () => {
    const strip = {
      before: ({ event }: { event: { headers: Record<string, string> } }) =>
        void delete event.headers['x-user'],
    }
    const app = calix(
      OPTIONS,
      pipe(
        route(get('/'), ({ headers }) => headers['x-user'] ?? 'nobody'),
        use(strip),
      ),
    )
    const { text } = await client(app, { gateway }).get('/', { headers: { 'x-user': 'eve' } })
    expect(text).toBe('nobody')
  })

  it('middleware sees the event with its headers under lower-case names, and the handler sees it as it came', async () => {
    const seen: Array<unknown> = []
    const app = calix(
      OPTIONS,
      pipe(
        route(get('/'), ({ event }) => ({ untouched: !JSON.stringify(event).includes('from middleware') })),
        use({
          before: ({ event }) => {
            seen.push(event.headers['x-mixed'], typeof event.requestContext)
            event.headers['x-mixed'] = 'from middleware'
          },
        }),
      ),
    )
    const { json } = await client(app, { gateway }).get('/', { headers: { 'X-MiXeD': 'a' } })
    expect(seen).toEqual(['a', 'object'])
    expect(json).toEqual({ untouched: true })
  })

  it('an event without headers has an empty map of them', async () => {
    const { layer, trace } = tracer()
    const app = calix(
      OPTIONS,
      pipe(
        route(get('/'), () => 'ok'),
        use(
          layer('reads', ['before'], {
            before: ({ event }) => void trace.push(`${Object.keys(event.headers)}`),
          }),
        ),
      ),
    )
    const bare: Handler = (event, context) =>
      lambda(app)({ ...Object(event), headers: null, multiValueHeaders: null, cookies: undefined }, context)
    expect((await client(bare, { gateway }).get('/')).status).toBe(200)
    expect(trace).toEqual(['reads.before', ''])
  })
})

describe('what hooks share', () => {
  it('is one request alone: internal, from hook to hook', async () => {
    const gate = Promise.withResolvers<void>()
    const app = calix(
      OPTIONS,
      pipe(
        route(get('/:id'), () => gate.promise.then(() => 'ok')),
        use({
          before: ({ event, internal }) => {
            internal.id = event.headers['x-id']
          },
          after: ({ internal, response: answer }) => {
            answer.headers['x-id'] = String(internal.id)
          },
        }),
      ),
    )
    const answers = client(app)
    const pending = ['a', 'b', 'c'].map((id) => answers.get(`/${id}`, { headers: { 'x-id': id } }))
    gate.resolve()
    expect((await Promise.all(pending)).map(({ headers }) => headers['x-id'])).toEqual(['a', 'b', 'c'])
  })
})
