import { BadRequestError, calix, get, HttpError, lambda, route } from 'calix'
import { compress, cors, errors, form, json } from 'calix/middleware'
import { client } from 'calix/testing'
import { expect, test } from 'vitest'

const index = route(get('/'), () => 'hi')

// What the compiler refuses, from whoever has none.
const given = (value: unknown): never => value as never

test.each([
  ['lambda of a route', () => lambda(given(index)), 'lambda(…) takes an app'],
  ['calix without options', () => calix(given(index)), 'calix(…) takes options first'],
  ['calix of nothing', () => calix(given(undefined)), 'calix(…) takes options first'],
  [
    'calix of a function',
    () =>
      calix(
        {},
        given(() => 1),
      ),
    'calix(…) takes routes',
  ],
  [
    'a route of a path',
    () =>
      route(
        given('/x'),
        given(() => 1),
      ),
    'route(…) takes an endpoint',
  ],
  ['a route without a handler', () => route(get('/x'), given(undefined)), 'and a handler'],
  ['an unknown option of calix', () => calix(given({ nam: 'x' })), "did you mean 'name'?"],
  ['an unknown part of a contract', () => get('/x', given({ acepts: 'a/b' })), "did you mean 'accepts'?"],
  ['an unknown option of json', () => json(given({ limmit: 1 })), "did you mean 'limit'?"],
  ['an unknown option of form', () => form(given({ limmit: 1 })), "did you mean 'limit'?"],
  ['an unknown option of errors', () => errors(given({ sahpe: 1 })), "did you mean 'shape'?"],
  ['defaults that are none', () => calix({ defaults: [given(errors)] }), 'was it meant to be called?'],
  ['one encoding', () => compress({ encodings: given('gzip') }), 'encodings is a list'],
  ['a threshold that is none', () => compress({ threshold: -1 }), 'threshold is a whole number'],
  ['an origin with a slash', () => cors({ allowOrigin: 'https://a.example/' }), 'is no origin'],
  ['an origin that is a word', () => cors({ allowOrigin: 'foo' }), 'is no origin'],
  ['no origin', () => cors({ allowOrigin: [] }), 'an empty list'],
  ['every origin of a scheme', () => cors({ allowOrigin: 'https://*' }), 'is no origin'],
  [
    'a whole top-level domain with credentials',
    () => cors({ allowOrigin: ['https://*.com'], allowCredentials: true }),
    'a whole top-level domain',
  ],
  ['a header of two lines', () => cors({ allowHeaders: ['a\nb'] }), 'is no header name'],
])('%s: an error that says what to write', (_name, make, message) => {
  expect(make).toThrow(TypeError)
  expect(make).toThrow(message)
})

test('every mistake of cors at once', () => {
  expect(() => cors({ allowOrigin: ['a', 'b'], maxAge: -1 })).toThrow(
    /'a' is no origin.*'b' is no origin.*maxAge/,
  )
})

test('a message without a text costs nobody their stack traces', async () => {
  const message = given(Object.create(null))
  const app = calix(
    { log: () => {} },
    route(get('/'), () => {
      throw new BadRequestError(message)
    }),
  )
  expect((await client(app).get('/')).status).toBe(500)
  expect(Error.stackTraceLimit).toBeGreaterThan(0)
  expect(new Error('x').stack).toContain('misuse.test.ts')
})

test.each([200, 302, 0, 42, 600, Number.NaN])('an HttpError of status %s is a 500', async (status) => {
  const app = calix(
    { log: () => {} },
    route(get('/'), () => new HttpError(status, 'odd')),
  )
  expect((await client(app).get('/')).status).toBe(500)
})

test.each([
  ['a Map', () => new Map([[1, 2]])],
  ['a Set', () => new Set([1])],
  ['a stream', () => new ReadableStream()],
  ['a Blob', () => new Blob(['x'])],
  [
    'a generator',
    function* numbers() {
      yield 1
    },
  ],
])('%s is no JSON, and no empty object either', async (_name, make) => {
  const app = calix(
    { log: () => {} },
    route(get('/'), () => make()),
  )
  expect((await client(app).get('/')).status).toBe(500)
})
