import { type App, calix, del, get, post, put, type Routes, route, use } from 'calix'
import { cors } from 'calix/middleware'
import { gateways } from 'calix/testing'
import { either as E } from 'fp-ts'
import { expect, test } from 'vitest'
import { ledger, sender } from './sender.ts'

const SECRET = 'correct-horse-battery-staple'

const cyclic = (): Error => {
  const error = new Error(SECRET)
  const wrapper = new Error(SECRET, { cause: error })
  error.cause = wrapper
  return error
}

const selfCaused = (): Error => {
  const error = new Error(SECRET)
  error.cause = error
  return error
}

const throwing = (): never => {
  throw new Error(SECRET)
}

const unreadable = (): Error =>
  Object.defineProperties(new Error('unreadable'), {
    message: { get: throwing },
    stack: { get: throwing },
    name: { get: throwing },
    cause: { get: throwing },
    statusCode: { get: throwing },
  })

/** Throws whatever is done to it, and throws itself. */
const proxied = (): object => {
  const fail = (): never => {
    throw proxy
  }
  const proxy: object = new Proxy(() => undefined, {
    ...{ get: fail, has: fail, getPrototypeOf: fail, ownKeys: fail, getOwnPropertyDescriptor: fail },
    ...{ apply: fail, set: fail, defineProperty: fail, isExtensible: fail, construct: fail },
  })
  return proxy
}

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

/** What a handler may throw that is no error of HTTP. */
const THROWN: ReadonlyArray<readonly [string, () => unknown]> = [
  ['a string', () => SECRET],
  ['undefined', () => undefined],
  ['null', () => null],
  ['a number', () => 404],
  ['a BigInt', () => 1n],
  ['a symbol', () => Symbol(SECRET)],
  ['a function', () => () => SECRET],
  ['an object', () => ({ statusCode: 200, status: 418, message: SECRET, body: SECRET })],
  ['an object without a prototype', () => Object.assign(Object.create(null), { message: SECRET })],
  ['a frozen error', () => Object.freeze(new Error(SECRET))],
  ['an error that causes itself', selfCaused],
  ['an error with a cyclic cause', cyclic],
  ['an error whose parts throw', unreadable],
  [
    'an error with odd parts',
    () => Object.assign(new Error(SECRET), { name: Symbol('n'), status: 'x', headers: 1 }),
  ],
  ['an error that claims success', () => Object.assign(new Error(SECRET), { statusCode: 200, expose: true })],
  [
    'an error that keeps to itself',
    () => Object.assign(new Error(SECRET), { statusCode: 404, expose: false }),
  ],
  ["another service's error", () => Object.assign(new Error(SECRET), { statusCode: 403 })],
  [
    'an error with a toJSON',
    () => Object.assign(new Error(SECRET), { toJSON: () => SECRET, [SECRET]: SECRET }),
  ],
  ['an aggregate', () => new AggregateError([new Error(SECRET)], SECRET)],
  ['a proxy that throws', proxied],
  ['a revoked proxy', revoked],
]

const appOf = (debug: boolean, thrown: () => unknown) => {
  const { entries, log } = ledger()
  const ways: ReadonlyArray<Routes> = [
    route(get('/thrown'), () => {
      throw thrown()
    }),
    route(post('/thrown'), async () => {
      throw thrown()
    }),
    route(put('/thrown'), () => E.left(thrown())),
    route(del('/thrown'), () => async () => E.left(thrown())),
  ]
  return { entries, app: calix({ log, debug }, ...ways) }
}

const WAYS = ['GET', 'POST', 'PUT', 'DELETE']

const wrapped = (app: App): App => use({ before: () => undefined, after: () => undefined })(app)

for (const [name, thrown] of THROWN)
  test(`${name}: a 500 that tells nothing, and one line in the log`, async () => {
    for (const around of [(app: App) => app, use(cors()), wrapped]) {
      const { entries, app } = appOf(false, thrown)
      for (const [index, method] of WAYS.entries()) {
        const { status, text, refusal } = await sender(around(app)).request(method, '/thrown')
        expect(refusal).toBeUndefined()
        expect(JSON.parse(text)).toEqual({
          Code: 'InternalServerError',
          Message: 'An internal server error occurred.',
        })
        expect(status).toBe(500)
        expect(entries.length).toBe(index + 1)
      }
      expect(entries.every(({ where }) => where.endsWith('/thrown'))).toBe(true)
    }
  })

for (const [name, thrown] of THROWN.filter(([each]) => each !== "another service's error"))
  test(`${name}: in debug a text, whatever of it can be read`, async () => {
    const { entries, app } = appOf(true, thrown)
    const { status, headers, refusal } = await sender(app).get('/thrown')
    expect(refusal).toBeUndefined()
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 500,
      type: 'text/plain; charset=utf-8',
    })
    expect(entries.length).toBe(1)
  })

test('the log is told of the very value', async () => {
  const error = Object.freeze(new Error(SECRET))
  const { entries, app } = appOf(false, () => error)
  await sender(app).get('/thrown')
  expect(entries[0]?.error).toBe(error)
})

test('errors whose causes never end are answered in debug', async () => {
  class Endless extends Error {
    override get cause(): Error {
      return this.depth > 100_000 ? new Error('the end') : new Endless(this.depth + 1)
    }
    readonly depth: number
    constructor(depth: number) {
      super('endless')
      this.depth = depth
    }
  }
  const { app } = appOf(true, () => new Endless(0))
  const { status, bytes } = await sender(app).get('/thrown')
  expect(status).toBe(500)
  expect(bytes.length).toBeLessThan(1024 * 1024)
})

test('an errorShape that fails, or gives what cannot be sent, does not cost the answer', async () => {
  const shapes: ReadonlyArray<() => unknown> = [throwing, () => undefined, () => ({ nothing: 1n }), proxied]
  for (const shape of shapes) {
    const { entries, log } = ledger()
    const app = calix({ log, errorShape: shape as never }, route(get('/thrown'), throwing))
    for (const target of ['/thrown', '/none']) {
      const { status, refusal, text } = await sender(use(cors())(app)).get(target)
      expect(refusal).toBeUndefined()
      expect(text).not.toContain(SECRET)
      expect(status).toBeGreaterThanOrEqual(200)
    }
    expect(entries.length).toBeGreaterThan(0)
  }
})

const bad = (value: unknown) => () => value

test.each([
  [
    'a cycle',
    () => {
      const a: Record<string, unknown> = {}
      a.a = a
      return a
    },
  ],
  ['a BigInt', bad({ n: 1n })],
  ['a symbol', bad(Symbol('s'))],
  ['a toJSON that throws', bad({ toJSON: throwing })],
  [
    'a getter that throws',
    bad({
      get a() {
        return throwing()
      },
    }),
  ],
])('a value that is no JSON is a logged 500: %s', async (_name, value) => {
  const { entries, log } = ledger()
  const { status, text } = await sender(calix({ log }, route(get('/'), value))).get('/')
  expect({ status, logged: entries.length }).toEqual({ status: 500, logged: 1 })
  expect(text).not.toContain(SECRET)
})

test('a path cannot write lines of its own into the log', async () => {
  const { entries, log } = ledger()
  const app = calix({ log }, route(get('/boom/:id'), throwing))
  for (const gateway of gateways)
    for (const around of [(each: App) => each, wrapped]) {
      await sender(around(app), { gateway }).get('/boom/a%0d%0aERROR%20forged%1b[2J%00')
      await sender(around(app), { gateway }).request('GET', '/boom/%E2%80%A8forged')
    }
  expect(entries.length).toBe(4 * gateways.length)
  // Controls, and the two separators that some viewers of logs take for ends of lines.
  for (const { where } of entries) expect(where).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
})
