import warmup from '@middy/warmup'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'
import { cors } from '../../../middleware/index.ts'
import { calix, get, lambda, NotHttpEventError, route, use } from '../../../src/index.ts'
import { placements } from './placements.ts'

const PING = { source: 'serverless-plugin-warmup' }

/** Whether an event is a request that a warmer marks by a header. */
const isMarked = (event: unknown): boolean => Object(Object(event).headers)['x-warmup'] === '1'

describe.each(placements)('warmup on $where, behind $gateway', ({ mount }) => {
  it('answers a request that it takes for a ping in the place of the handler', async () => {
    let calls = 0
    const index = route(get('/'), () => ++calls)
    const answers = mount({ routes: index, middleware: [warmup({ isWarmingUp: isMarked })] })
    expect(await answers.get('/', { headers: { 'X-Warmup': '1' } })).toMatchObject({
      status: 200,
      text: 'warmup',
    })
    expect(calls).toBe(0)
    expect((await answers.get('/')).json).toBe(1)
  })
})

describe("the warmer's own event, which is no HTTP request", () => {
  const failing = () => {
    throw new Error('a ping must not come here')
  }

  it('is answered by warmup on the app', async () => {
    const app = pipe(calix({}, route(get('/'), failing)), use(warmup(), cors()))
    expect(await lambda(app)(PING)).toBe('warmup')
  })

  it('is none of a route: it is rejected as what it is', async () => {
    const app = calix({}, pipe(route(get('/'), failing), use(warmup())))
    await expect(lambda(app)(PING)).rejects.toThrow(NotHttpEventError)
  })

  it('leaves other events to be rejected', async () => {
    const app = pipe(calix({}, route(get('/'), failing)), use(warmup(), cors()))
    await expect(lambda(app)({ Records: [{ eventSource: 'aws:s3' }] })).rejects.toThrow(/Amazon S3/)
  })
})
