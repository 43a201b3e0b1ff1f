import { setTimeout as sleep } from 'node:timers/promises'
import { type App, calix, get, type Middleware, response, route, use } from 'calix'
import { beforeAll, expect, test } from 'vitest'
import { ledger, sender } from './sender.ts'

const never = new Promise<never>(() => undefined)

const thenable = (then: (resolve: (value: unknown) => void) => void): object =>
  Object.defineProperty({}, 'then', { value: then })

/** A thenable that says nothing, and one that hands such a one on. */
const mute = thenable(() => undefined)
const passingOn = thenable((resolve) => resolve(mute))

const stalled = () => new Response(new ReadableStream({ pull: () => never }))

const LIMIT = 600

/** What comes first: the answer, or Lambda's own end of the invocation. Its timer is the later one of the two. */
const answerBeforeLambdaEnds = async (app: App) => {
  const ends = new AbortController()
  const to = sender(app, { lambdaContext: { timeoutMs: LIMIT } })
  const first = await Promise.race([
    sleep(LIMIT, 'Lambda has ended the invocation' as const, { signal: ends.signal }).catch(() => never),
    to.get('/'),
  ])
  ends.abort()
  return first
}

const { log, entries } = ledger()

const around = (middleware: Middleware, handler: () => unknown = () => 'well'): App =>
  use(middleware)(calix({ log }, route(get('/'), handler)))

const bare = (handler: () => unknown): App => calix({ log }, route(get('/'), handler))

// What is loaded on first use must not be part of what the clock measures.
beforeAll(async () => {
  await sender(bare(() => new Response('warm'))).get('/')
})

const STALLING: ReadonlyArray<readonly [string, App]> = [
  ['a promise', bare(() => never)],
  ['an async handler', bare(async () => await never)],
  ['a Task', bare(() => () => never)],
  ['a thenable', bare(() => mute)],
  ['a thenable of a thenable', bare(() => passingOn)],
  ['a Task of a thenable of a thenable', bare(() => () => passingOn)],
  ['a Web Response that stalls', bare(stalled)],
  ['a response whose body is a promise', bare(() => response(never))],
  ['a before', around({ before: () => never })],
  ['a before that gives a Web Response that stalls', around({ before: stalled })],
  ['a before that gives a response whose body is a promise', around({ before: () => response(never) })],
  ['an after', around({ after: () => never })],
  ['an after that gives a Web Response that stalls', around({ after: stalled })],
  ['an onError', around({ onError: () => never }, () => Promise.reject(new Error('failed')))],
]

test.each(STALLING)('a 504 before Lambda ends the invocation: %s', async (_name, app) => {
  entries.length = 0
  const first = await answerBeforeLambdaEnds(app)
  if (typeof first === 'string') expect.fail(first)
  expect({ status: first.status, json: first.json }).toMatchObject({
    status: 504,
    json: { Code: 'GatewayTimeoutError' },
  })
  expect(entries.length).toBeGreaterThan(0)
})

test('what is slow and still in time is answered', async () => {
  const first = await answerBeforeLambdaEnds(bare(() => sleep(20, 'in time')))
  expect(first).toMatchObject({ status: 200, text: 'in time' })
})

test('each request has a deadline of its own, whatever the order', async () => {
  const app = bare(() => never)
  const ended: Array<number> = []
  const send = async (timeoutMs: number) => {
    const { status } = await sender(app, { lambdaContext: { timeoutMs } }).get('/')
    ended.push(timeoutMs)
    return status
  }
  // One handler for all: its one timer has to be armed anew for an earlier deadline.
  expect(await Promise.all([send(900), send(100), send(500)])).toEqual([504, 504, 504])
  expect(ended).toEqual([100, 500, 900])
})
