import {
  type App,
  calix,
  get,
  lambda,
  type Middleware,
  type MiddlewareRequest,
  post,
  type Routes,
  route,
  routes,
  use,
} from 'calix'
import { httpApi } from 'calix/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'

type Deed = 'pass' | 'answer' | 'fail'

interface Hooks {
  readonly before?: Deed | undefined
  readonly after?: Deed | undefined
  readonly onError?: Deed | undefined
}

interface Layer extends Hooks {
  readonly name: string
}

const traceOf = (context: Readonly<Record<string, unknown>>): Array<string> =>
  Array.isArray(context.trace) ? context.trace : []

/** A hook that leaves its mark in the invocation's trace, and does its deed. */
const hook =
  (mark: string, deed: Deed) =>
  ({ context }: MiddlewareRequest): unknown => {
    traceOf(context).push(mark)
    if (deed === 'fail') throw new Error(mark)
    return deed === 'answer' ? { statusCode: 200, headers: {}, body: mark } : undefined
  }

const middlewareOf = ({ name, before, after, onError }: Layer): Middleware => ({
  ...(before === undefined ? {} : { before: hook(`${name}.before`, before) }),
  ...(after === undefined ? {} : { after: hook(`${name}.after`, after) }),
  ...(onError === undefined ? {} : { onError: hook(`${name}.onError`, onError) }),
})

const deed: fc.Arbitrary<Deed> = fc.constantFrom('pass', 'pass', 'pass', 'answer', 'fail')
const maybe = fc.option(deed, { nil: undefined })

const layers = fc
  .array(
    fc
      .record({ before: maybe, after: maybe, onError: maybe })
      .filter(({ before, after, onError }) => (before ?? after ?? onError) !== undefined),
    { maxLength: 4 },
  )
  .map((all): ReadonlyArray<Layer> => all.map((hooks, index) => ({ ...hooks, name: `m${index}` })))

const well: Routes = route(get('/'), ({ lambdaContext }) => {
  traceOf(lambdaContext).push('handler')
  return 'well'
})

const ill: Routes = route(post('/'), ({ lambdaContext }) => {
  traceOf(lambdaContext).push('handler')
  throw new Error('ill')
})

const both = routes(well, ill)

const silent = { log: () => undefined }

/** The hooks that ran and the answer that came, for each way a request can go. */
const observe = async (app: App) => {
  const handler = lambda(app)
  const send = async (method: string, target: string) => {
    const trace: Array<string> = []
    const wire = { method, target, headers: [], body: new Uint8Array(), sourceIp: '192.0.2.1' }
    const event = httpApi.event(wire, { stage: 'dev' }, { requestId: 'one', time: new Date(0) })
    const result = await handler(event, { trace })
    return { trace, result }
  }
  return [await send('GET', '/'), await send('POST', '/'), await send('PUT', '/'), await send('GET', '/none')]
}

const expectSame = async (left: App, right: App): Promise<void> =>
  expect(await observe(left)).toEqual(await observe(right))

const appOf = (all: Routes): App => calix(silent, all)

const holds = (property: (m: ReadonlyArray<Middleware>, n: ReadonlyArray<Middleware>) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(layers, fc.nat(4), async (all, at) => {
      const middleware = all.map(middlewareOf)
      await property(middleware.slice(0, at), middleware.slice(at))
    }),
    { numRuns: 200 },
  )

test('use(m, n) is use(m) and then use(n), on routes', () =>
  holds(async (m, n) => {
    const [together, apart] = [use(...m, ...n)(both), use(...n)(use(...m)(both))]
    expect(together.list).toEqual(apart.list)
    await expectSame(appOf(together), appOf(apart))
  }))

test('use(m, n) is use(m) and then use(n), on an app', () =>
  holds((m, n) => expectSame(use(...m, ...n)(appOf(both)), use(...n)(use(...m)(appOf(both))))))

test('use() changes nothing', () =>
  holds(async (m) => {
    const wrapped = use(...m)(both)
    expect(use()(wrapped).list).toEqual(wrapped.list)
    await expectSame(appOf(use()(wrapped)), appOf(wrapped))
    await expectSame(use()(appOf(wrapped)), appOf(wrapped))
  }))

test('use distributes over concatenation', () =>
  holds(async (m) => {
    const [whole, parts] = [use(...m)(routes(well, ill)), routes(use(...m)(well), use(...m)(ill))]
    expect(whole.list).toEqual(parts.list)
    await expectSame(appOf(whole), appOf(parts))
    expect(use(...m)(routes()).list).toEqual([])
  }))

test('where a route answers, what wraps its app wraps it as a group would', () =>
  holds(async (m, n) => {
    const [inApp, inGroup] = [
      await observe(use(...n)(appOf(use(...m)(both)))),
      await observe(appOf(use(...m, ...n)(both))),
    ]
    // The last request is for an unknown path, which has the app's middleware and no route's.
    expect(inApp.slice(0, 3)).toEqual(inGroup.slice(0, 3))
  }))

test('hooks that only look on run from the outside in, and from the inside out', async () => {
  const passing: ReadonlyArray<Layer> = ['a', 'b', 'c'].map((name) => ({
    name,
    before: 'pass',
    after: 'pass',
  }))
  const [ok, failed] = await observe(appOf(use(...passing.map(middlewareOf))(both)))
  const trace = ['c.before', 'b.before', 'a.before', 'handler', 'a.after', 'b.after', 'c.after']
  expect(ok?.trace).toEqual(trace)
  expect(failed?.trace).toEqual(trace)
})
