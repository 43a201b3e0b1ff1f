import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { ConflictError, calix, get, NotFoundError, response, route, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'
import { keepingLog, tracer } from './trace.ts'

const SILENT = { Code: 'InternalServerError', Message: 'An internal server error occurred.' }

describe('what a hook returns', () => {
  it.each([
    ['a proxy result', () => ({ statusCode: 203, headers: { 'x-a': '1' }, body: 'new' }), 203, 'new'],
    ['a response', () => response('new', { status: 203 }), 203, 'new'],
    ['a value', async () => ({ a: 1 }), 200, '{"a":1}'],
  ])('takes the place of the answer: %s', async (_what, given, status, text) => {
    const { layer, trace } = tracer()
    const app = (hook: 'after' | 'onError') =>
      calix(
        {},
        pipe(
          route(get('/'), () => (hook === 'after' ? 'old' : new NotFoundError())),
          use({ [hook]: given }, layer('outside', [hook])),
        ),
      )
    for (const hook of ['after', 'onError'] as const) {
      const answer = await client(app(hook)).get('/')
      expect([answer.status, answer.text, answer.refusal]).toEqual([status, text, undefined])
    }
    expect(trace).toEqual(['outside.after', 'outside.onError'])
  })

  it.each([
    ['an error', () => new ConflictError('taken')],
    ['a promise of a Left', async () => E.left(new ConflictError('taken'))],
  ])('may be %s, which is answered as one that is thrown', async (_what, given) => {
    for (const hook of ['after', 'onError'] as const) {
      const failing = hook === 'onError' ? new NotFoundError() : 'fine'
      const app = calix(
        {},
        pipe(
          route(get('/'), () => failing),
          use({ [hook]: given }),
        ),
      )
      const { status, json } = await client(app).get('/')
      expect([status, json]).toEqual([409, { Code: 'ConflictError', Message: 'ConflictError: taken' }])
    }
  })

  it.each([
    ['a status no gateway takes', { statusCode: 999 }],
    ['a header that would break the wire', { statusCode: 200, headers: { 'x-a': 'b\r\nset-cookie: c' } }],
    ['a body without JSON', { statusCode: 200, body: { n: 1n } }],
  ])('is checked: %s is a 500', async (_what, result) => {
    const { logged, log } = keepingLog()
    const app = calix(
      { log },
      pipe(
        route(get('/'), () => 1),
        use({ after: () => result }),
      ),
    )
    const { status, json } = await client(app).get('/')
    expect([status, json]).toEqual([500, SILENT])
    expect(logged).toHaveLength(1)
  })
})

describe('use', () => {
  it.each([
    ['nothing at all', {}, /an object with before, after, onError/],
    [
      'a factory that was not called',
      function rateLimit() {},
      /the function 'rateLimit'; was it meant to be called/,
    ],
    ['a hook that is no function', { before: 1 }, /'before' of a middleware must be a function/],
    ['nothing', undefined, /got undefined/],
  ])('refuses %s', (_what, given, message) => {
    // What TypeScript refuses can still come from JavaScript.
    expect(() => use(given as never)).toThrow(message)
  })
})
