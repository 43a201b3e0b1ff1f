import {
  calix,
  type ErrorShape,
  get,
  InternalServerError,
  NotFoundError,
  problem,
  response,
  route,
} from 'calix'
import { expect } from 'vitest'
import { type Case, error, type Log, matrix, unexpected } from './case.ts'

const cyclic = new RangeError('secret')
cyclic.cause = cyclic

const purpose = new InternalServerError('the store is down', { cause: new Error('secret') })

const fails = () => {
  throw new RangeError('secret')
}

const explode = () => {
  throw new RangeError('in plain sight', { cause: new TypeError('its cause') })
}

matrix(
  'errors in debug',
  (log) =>
    calix(
      { log, debug: true },
      route(get('/'), explode),
      route(get('/string'), () => {
        throw 'in plain sight'
      }),
      route(get('/cyclic'), () => {
        throw cyclic
      }),
      route(get('/known'), () => new NotFoundError('banana')),
      route(get('/purpose'), () => purpose),
    ),
  [
    {
      name: 'the stack, in lines of TypeScript, and its cause',
      request: { target: '/' },
      expected: {
        status: 500,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        holds: ({ text }) => {
          expect(text).toMatch(/^RangeError: in plain sight\n {4}at explode .*errors-shape\.test\.ts:\d+/)
          expect(text).toMatch(/\nCaused by: TypeError: its cause\n/)
        },
        logged: [new RangeError('in plain sight')],
      },
    },
    {
      name: 'a string',
      request: { target: '/string' },
      expected: { status: 500, text: 'in plain sight', logged: ['in plain sight'] },
    },
    {
      name: 'an error that is its own cause',
      request: { target: '/cyclic' },
      expected: {
        status: 500,
        holds: ({ text }) => expect(text.match(/RangeError: secret/g)).toHaveLength(1),
        logged: [cyclic],
      },
    },
    {
      name: 'an HTTP error looks as ever',
      request: { target: '/known' },
      expected: error(404, 'NotFoundError', 'NotFoundError: banana'),
    },
    {
      name: 'an InternalServerError that is meant looks as ever',
      request: { target: '/purpose' },
      expected: {
        ...error(500, 'InternalServerError', 'InternalServerError: the store is down'),
        logged: [purpose],
      },
    },
  ],
)

const shaped = (log: Log, errorShape: ErrorShape) =>
  calix(
    { log, errorShape },
    route(get('/known'), () => new NotFoundError('banana', { headers: { 'x-a': 'b' } })),
    route(get('/unexpected'), () => {
      throw new RangeError('secret')
    }),
  )

const problemCase = (
  name: string,
  request: Case['request'],
  json: { readonly status: number; readonly [name: string]: unknown },
  logged: ReadonlyArray<unknown> = [],
): Case => ({
  name,
  request,
  expected: { status: json.status, headers: { 'content-type': 'application/problem+json' }, json, logged },
})

matrix('errors as problem details', (log) => shaped(log, problem), [
  problemCase(
    'an HTTP error',
    { target: '/known' },
    { ...{ type: 'about:blank', title: 'Not Found', code: 'NotFoundError' }, status: 404, detail: 'banana' },
  ),
  problemCase(
    'an unknown path',
    { target: '/nowhere' },
    {
      ...{ type: 'about:blank', title: 'Not Found', code: 'NotFoundError' },
      ...{ status: 404, detail: 'No route for GET /nowhere' },
    },
  ),
  problemCase(
    'another method',
    { method: 'PUT', target: '/known' },
    {
      ...{ type: 'about:blank', title: 'Method Not Allowed', code: 'MethodNotAllowedError' },
      ...{ status: 405, detail: expect.any(String) },
    },
  ),
  problemCase(
    'an unexpected error',
    { target: '/unexpected' },
    {
      ...{ type: 'about:blank', title: 'Internal Server Error', code: 'InternalServerError' },
      ...{ status: 500, detail: 'An internal server error occurred.' },
    },
    [new RangeError('secret')],
  ),
])

matrix(
  'errors in a shape of the app',
  (log) =>
    shaped(log, ({ name, status, headers }) =>
      response(`<h1>${name}</h1>`, { status, headers: { ...headers, 'content-type': 'text/html' } }),
    ),
  [
    {
      name: 'an HTTP error',
      request: { target: '/known' },
      expected: {
        status: 404,
        headers: { 'content-type': 'text/html', 'x-a': 'b' },
        text: '<h1>NotFoundError</h1>',
      },
    },
    {
      name: 'an unknown path',
      request: { target: '/nowhere' },
      expected: { status: 404, headers: { 'content-type': 'text/html' }, text: '<h1>NotFoundError</h1>' },
    },
    {
      name: 'an unexpected error',
      request: { target: '/unexpected' },
      expected: { status: 500, text: '<h1>InternalServerError</h1>', logged: [new RangeError('secret')] },
    },
  ],
)

const FAILING: Readonly<Record<string, readonly [shape: ErrorShape, logged: unknown]>> = {
  throws: [fails, new RangeError('secret')],
  'has no JSON': [() => response(1n), expect.any(TypeError)],
  'has a status that is none': [() => response('x', { status: 42 }), expect.any(TypeError)],
  'has a header that cannot be sent': [
    () => response('x', { headers: { 'x-a': 'b\r\nc: d' } }),
    expect.any(TypeError),
  ],
}

for (const [how, [shape, logged]] of Object.entries(FAILING))
  matrix(`errors in a shape that ${how}`, (log) => shaped(log, shape), [
    {
      name: 'an HTTP error is still answered',
      request: { target: '/known' },
      expected: unexpected(logged),
    },
    {
      name: 'and so is an unknown path',
      request: { target: '/nowhere' },
      expected: unexpected(logged),
    },
    {
      name: 'and an unexpected error, of which the log is told first',
      request: { target: '/unexpected' },
      expected: unexpected(new RangeError('secret'), logged),
    },
  ])
