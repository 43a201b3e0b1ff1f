import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { calix, get, type Middleware, NotFoundError, route, use } from '../../src/index.ts'
import { client, httpApi, restApi } from '../../testing/index.ts'
import { ALL, keepingLog, NO_ERROR, tracer } from './trace.ts'

const SILENT = { Code: 'InternalServerError', Message: 'An internal server error occurred.' }

const failing = {
  throws: (error: unknown) => () => {
    throw error
  },
  rejects: (error: unknown) => () => Promise.reject(error),
}

describe.each(Object.entries(failing))('a hook that %s', (_how, fail) => {
  describe.each([httpApi, restApi])('behind $name', (gateway) => {
    it('before: no handler, and every onError, inside ones too; an after stands in only where the request has been', async () => {
      const { logged, log } = keepingLog()
      const { trace, layer, handler } = tracer()
      const error = new Error('secret')
      const app = calix(
        { log },
        pipe(
          route(
            get('/'),
            handler(() => 1),
          ),
          use(
            layer('inside', ALL),
            layer('insideNoError', NO_ERROR),
            layer('insideAfterOnly', ['after']),
            layer('failing', ALL, { before: fail(error) }),
            layer('outside', NO_ERROR),
          ),
        ),
      )
      const { status, json } = await client(app, { gateway }).get('/')
      expect([status, json]).toEqual([500, SILENT])
      expect(logged).toMatchObject([{ error }])
      expect(trace).toEqual([
        ...['outside.before', 'failing.before'],
        ...['inside.onError', 'insideAfterOnly.after', 'failing.onError', 'outside.after'],
      ])
    })

    it('after: every onError, from the innermost on', async () => {
      const { logged, log } = keepingLog()
      const { trace, layer, handler } = tracer()
      const error = new Error('secret')
      const app = calix(
        { log },
        pipe(
          route(
            get('/'),
            handler(() => 1),
          ),
          use(layer('inside', ALL), layer('failing', ALL, { after: fail(error) }), layer('outside', ALL)),
        ),
      )
      const { status, json } = await client(app, { gateway }).get('/')
      expect([status, json]).toEqual([500, SILENT])
      expect(logged).toMatchObject([{ error }])
      expect(trace).toEqual([
        ...['outside.before', 'failing.before', 'inside.before', 'handler', 'inside.after', 'failing.after'],
        ...['inside.onError', 'failing.onError', 'outside.onError'],
      ])
    })

    it('after, every time: a 500 all the same, which the layers outside see', async () => {
      const { log } = keepingLog()
      const { trace, layer } = tracer()
      const app = calix(
        { log },
        pipe(
          route(get('/'), () => 1),
          use({ after: fail(new Error('secret')) }, layer('outside', NO_ERROR)),
        ),
      )
      const { status, json } = await client(app, { gateway }).get('/')
      expect([status, json]).toEqual([500, SILENT])
      expect(trace).toEqual(['outside.before', 'outside.after'])
    })

    it('onError: a 500, which the layers outside see; both failures are logged', async () => {
      const { logged, log } = keepingLog()
      const { trace, layer, handler } = tracer()
      const [first, second] = [new Error('first'), new Error('second')]
      const app = calix(
        { log },
        pipe(
          route(get('/'), handler(fail(first))),
          use(layer('inside', ALL), layer('failing', ALL, { onError: fail(second) }), layer('outside', ALL)),
        ),
      )
      const { status, json } = await client(app, { gateway }).get('/')
      expect([status, json]).toEqual([500, SILENT])
      expect(logged.map(({ error }) => error)).toEqual([first, second])
      expect(trace).toEqual([
        ...['outside.before', 'failing.before', 'inside.before', 'handler'],
        ...['inside.onError', 'failing.onError', 'outside.onError'],
      ])
    })

    it('with an error that has a status: that is the answer', async () => {
      const app = (hook: 'before' | 'after' | 'onError') =>
        calix(
          {},
          pipe(
            route(get('/'), () => (hook === 'onError' ? new NotFoundError('first') : 1)),
            use({ [hook]: fail(new NotFoundError('mine', { headers: { 'x-why': hook } })) }),
          ),
        )
      for (const hook of ['before', 'after', 'onError'] as const) {
        const { status, json, headers } = await client(app(hook), { gateway }).get('/')
        expect([status, json, headers['x-why']]).toEqual([
          404,
          { Code: 'NotFoundError', Message: 'NotFoundError: mine' },
          hook,
        ])
      }
    })
  })

  it.each([['a text'], [undefined], [null], [Object.freeze(new Error('frozen'))], [Symbol('s')]])(
    'with %s: a 500 that tells nothing',
    async (thrown) => {
      const { logged, log } = keepingLog()
      const app = calix(
        { log },
        pipe(
          route(get('/'), () => 1),
          use({ before: fail(thrown) }),
        ),
      )
      const { status, json } = await client(app).get('/')
      expect([status, json]).toEqual([500, SILENT])
      expect(logged).toHaveLength(1)
      expect(logged[0]?.error).toBe(thrown)
    },
  )
})

describe('the error of a failing hook', () => {
  it('is in every onError, beside the answer so far', async () => {
    const seen: Array<unknown> = []
    const error = new NotFoundError('here')
    const app = calix(
      {},
      pipe(
        route(get('/'), () => error),
        use({ onError: (request) => void seen.push(request.error === error, request.response?.statusCode) }),
      ),
    )
    await client(app).get('/')
    expect(seen).toEqual([true, 404])
  })

  it('is the same for a middleware whose after and onError are one function', async () => {
    const { trace, layer, handler } = tracer()
    const { after: seeing } = layer('same', ['after'])
    const boom = failing.throws(new NotFoundError('x'))
    const same: Middleware = {
      before: () => undefined,
      ...(seeing === undefined ? {} : { after: seeing, onError: seeing }),
    }
    const app = calix(
      {},
      pipe(
        route(
          get('/'),
          handler(() => 1),
        ),
        use(same, layer('failing', ['before'], { before: boom })),
      ),
    )
    await client(app).get('/')
    expect(trace).toEqual(['failing.before', 'same.after'])
  })
})
