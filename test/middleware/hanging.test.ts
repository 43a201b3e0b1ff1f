import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { calix, get, NotFoundError, route, use } from '../../src/index.ts'
import { client } from '../../testing/index.ts'
import { ALL, keepingLog, NO_ERROR, tracer } from './trace.ts'

describe('a hook that never settles', () => {
  const never = () => new Promise<never>(() => {})

  it.each(['before', 'after', 'onError'] as const)(
    '%s: an answer before Lambda gives up',
    async (hook) => {
      const { log } = keepingLog()
      const { layer, trace } = tracer()
      const app = calix(
        { log },
        pipe(
          route(get('/'), () => (hook === 'onError' ? new NotFoundError() : 1)),
          use({ [hook]: never }, layer('outside', NO_ERROR)),
        ),
      )
      const { status } = await client(app, { lambdaContext: { timeoutMs: 300 } }).get('/')
      expect(status).toBe(504)
      expect(trace).toEqual(['outside.before', 'outside.after'])
    },
    5_000,
  )

  it('and a handler that never settles: 504, which every layer sees', async () => {
    const { log } = keepingLog()
    const { layer, trace } = tracer()
    const app = calix(
      { log },
      pipe(route(get('/'), never), use(layer('inner', ALL), layer('outer', NO_ERROR))),
    )
    const { status, json } = await client(app, { lambdaContext: { timeoutMs: 300 } }).get('/')
    expect([status, json]).toMatchObject([504, { Code: 'GatewayTimeoutError' }])
    expect(trace).toEqual(['outer.before', 'inner.before', 'inner.onError', 'outer.after'])
  }, 5_000)
})
