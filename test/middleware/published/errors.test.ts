import httpErrorHandler from '@middy/http-error-handler'
import { createError } from '@middy/util'
import { describe, expect, it } from 'vitest'
import { form, json } from '../../../middleware/index.ts'
import { get, NotFoundError, route, routes, UnauthorizedError } from '../../../src/index.ts'
import { keepingLog, tracer } from '../trace.ts'
import { placements } from './placements.ts'

const SILENT = { Code: 'InternalServerError', Message: 'An internal server error occurred.' }

const throws = (error: unknown) => () => {
  throw error
}
const rejects = (error: unknown) => async () => {
  throw error
}

describe.each(placements)('on $where, behind $gateway', ({ mount }) => {
  describe.each([
    ['throws', throws],
    ['rejects with', rejects],
  ])('a middleware that %s', (_how, fail) => {
    const from = async (hook: 'before' | 'after' | 'onError', error: unknown) => {
      const { logged, log } = keepingLog()
      const { trace, layer } = tracer()
      const index = route(get('/'), () => (hook === 'onError' ? new NotFoundError('the first') : 'ok'))
      const answers = mount({
        routes: index,
        middleware: [{ [hook]: fail(error) }, layer('outside', ['onError'])],
        options: { log },
      })
      const { status, json: body, headers } = await answers.get('/')
      return { status, body, headers, logged: logged.map((each) => each.error), trace }
    }

    it.each(['before', 'after', 'onError'] as const)(
      'a 4xx of createError in its %s: its status, name and message',
      async (hook) => {
        expect(await from(hook, createError(403, 'Not yours'))).toMatchObject({
          ...{ status: 403, body: { Code: 'ForbiddenError', Message: 'ForbiddenError: Not yours' } },
          ...{ logged: [], trace: ['outside.onError'] },
        })
        expect(await from(hook, createError(429, 'Slow down'))).toMatchObject({
          ...{
            status: 429,
            body: { Code: 'TooManyRequestsError', Message: 'TooManyRequestsError: Slow down' },
          },
        })
      },
    )

    it.each(['before', 'after', 'onError'] as const)(
      'a 5xx of createError in its %s: nothing but the status',
      async (hook) => {
        const error = createError(502, 'the database at 10.0.0.1 is down')
        const { status, body, logged, trace } = await from(hook, error)
        expect([status, body]).toEqual([500, SILENT])
        expect(logged).toEqual([error])
        expect(trace).toEqual(['outside.onError'])
      },
    )

    it.each(['before', 'after', 'onError'] as const)(
      'an Error in its %s: nothing but the status',
      async (hook) => {
        const error = new Error('secret')
        const { status, body, logged } = await from(hook, error)
        expect([status, body, logged]).toEqual([500, SILENT, [error]])
      },
    )

    it('a 4xx that is not to be exposed: nothing but the status', async () => {
      const error = createError(404, 'secret', { expose: false })
      expect(await from('before', error)).toMatchObject({ status: 500, body: SILENT, logged: [error] })
    })
  })

  describe('http-error-handler', () => {
    const things = routes(
      route(get('/middy'), throws(createError(404, 'no banana'))),
      route(get('/json'), throws(createError(409, '{"why":"taken"}'))),
      route(get('/calix'), () => new UnauthorizedError('who?')),
      route(get('/thrown'), throws(new Error('secret'))),
    )

    it("finds an answer where calix's errors stands inside, and leaves it", async () => {
      const logged: Array<unknown> = []
      const middleware = [httpErrorHandler({ logger: (error) => void logged.push(error) })]
      const answers = mount({ routes: things, middleware })
      expect(await answers.get('/middy')).toMatchObject({
        status: 404,
        json: { Code: 'NotFoundError', Message: 'NotFoundError: no banana' },
      })
      expect(logged).toEqual([])
    })

    describe('in the place of it', () => {
      const logged: Array<unknown> = []
      const handler = httpErrorHandler({
        fallbackMessage: 'Sorry',
        logger: (error) => void logged.push(error),
      })
      const options = { defaults: [handler, json(), form()] }
      const answers = mount({ routes: things, middleware: [{ after: () => {} }], options })

      it.each([
        ['/middy', 404, 'text/plain', 'no banana'],
        ['/json', 409, 'application/json', '{"why":"taken"}'],
        ['/thrown', 500, 'text/plain', 'Sorry'],
        ['/calix', 401, 'text/plain', 'who?'],
        ['/nowhere', 404, 'text/plain', expect.any(String)],
      ])('answers %s in its own way', async (target, status, type, text) => {
        logged.length = 0
        const answer = await answers.get(target)
        expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([status, type, text])
        expect(logged).toHaveLength(1)
      })
    })
  })
})
