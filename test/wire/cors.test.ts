import {
  BadRequestError,
  calix,
  ForbiddenError,
  get,
  head,
  options,
  post,
  response,
  route,
  routes,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { type Case, error, type Log, matrix, ok, unexpected } from './case.ts'
import { CUSTOM, ELSEWHERE, FOO, from, NONE, preflight, varies, withHeaders } from './cors.ts'

const custom = cors({
  ...{ allowOrigin: FOO, allowHeaders: ['X-Special-Header'], maxAge: 600 },
  ...{ exposeHeaders: ['X-Special-Header'], allowCredentials: true },
})

let calls = 0

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/plain'), () => 'plain'),
    route(get('/calls'), () => calls),
    pipe(
      routes(
        route(get('/custom_cors'), () => {
          calls += 1
          return { cors: true }
        }),
        route(post('/custom_cors', { accepts: 'application/json' }), ({ body }) => body),
        route(get('/left'), () => ({ _tag: 'Left' as const, left: new BadRequestError('no') })),
        route(get('/forbidden'), () => {
          throw new ForbiddenError('not you')
        }),
        route(get('/unexpected'), () => {
          throw new RangeError('secret')
        }),
        route(get('/unserialisable'), () => 1n),
        route(get('/injects'), () => response('x', { headers: { 'x-a': 'b\r\nc: d' } })),
        route(get('/list'), () => response('x', { headers: { 'x-a': ['b', 'c'] }, cookies: ['d=1', 'e=2'] })),
        route(get('/own'), () => response('x', { headers: { 'Access-Control-Allow-Origin': 'null' } })),
        route(get('/vary'), () => response('x', { headers: { Vary: 'Accept' } })),
        route(head('/heads'), () => 'unseen'),
        route(options('/spoken'), () => 'spoken'),
        route(get('/spoken'), () => 'x'),
      ),
      use(custom),
    ),
  )

const cases: ReadonlyArray<Case> = [
  {
    name: 'an answer with every header',
    request: from(FOO, '/custom_cors'),
    expected: { ...withHeaders(ok({ cors: true }), CUSTOM), text: '{"cors":true}' },
  },
  {
    name: 'one origin is named whoever asks',
    request: from(undefined, '/custom_cors'),
    expected: withHeaders(ok({ cors: true }), CUSTOM),
  },
  {
    name: 'one origin is never another',
    request: from(ELSEWHERE, '/custom_cors'),
    expected: withHeaders(ok({ cors: true }), { 'access-control-allow-origin': FOO }),
  },
  {
    name: 'a preflight is answered with the methods of the path',
    request: preflight(FOO, '/custom_cors', 'GET'),
    expected: {
      status: 204,
      headers: {
        ...CUSTOM,
        'access-control-allow-methods': 'GET,HEAD,POST,OPTIONS',
        'content-type': null,
      },
      text: '',
    },
  },
  {
    name: 'a preflight for a method that the path has not',
    request: preflight(FOO, '/custom_cors', 'DELETE'),
    expected: {
      status: 204,
      headers: { 'access-control-allow-methods': 'GET,HEAD,POST,OPTIONS' },
      text: '',
    },
  },
  {
    name: 'OPTIONS that is no preflight',
    request: from(FOO, '/custom_cors', 'OPTIONS'),
    expected: {
      status: 204,
      headers: { allow: 'GET, HEAD, POST, OPTIONS', 'access-control-allow-origin': FOO },
      text: '',
    },
  },
  {
    name: 'a route for OPTIONS answers preflights itself',
    request: preflight(FOO, '/spoken', 'GET'),
    expected: { status: 200, headers: { 'access-control-allow-origin': FOO }, text: 'spoken' },
  },
  {
    name: 'a preflight where there is no CORS',
    request: preflight(FOO, '/plain', 'GET'),
    expected: { status: 204, headers: { ...NONE, allow: 'GET, HEAD, OPTIONS' }, text: '' },
  },
  {
    name: 'no header where there is no CORS',
    request: from(FOO, '/plain'),
    expected: { status: 200, headers: { ...NONE, vary: null }, text: 'plain' },
  },
  {
    name: 'a Left',
    request: from(FOO, '/left'),
    expected: withHeaders(error(400, 'BadRequestError', 'BadRequestError: no'), CUSTOM),
  },
  {
    name: 'a thrown error',
    request: from(FOO, '/forbidden'),
    expected: withHeaders(error(403, 'ForbiddenError', 'ForbiddenError: not you'), CUSTOM),
  },
  {
    name: 'an unexpected error',
    request: from(FOO, '/unexpected'),
    expected: withHeaders(unexpected(new RangeError('secret')), CUSTOM),
  },
  {
    name: 'a value that has no JSON',
    request: from(FOO, '/unserialisable'),
    expected: withHeaders(unexpected(expect.any(TypeError)), CUSTOM),
  },
  {
    name: 'a header that cannot be sent',
    request: from(FOO, '/injects'),
    expected: withHeaders(unexpected(expect.any(TypeError)), CUSTOM),
  },
  {
    name: 'a 405',
    request: from(FOO, '/custom_cors', 'DELETE'),
    expected: {
      status: 405,
      headers: { ...CUSTOM, allow: 'GET, HEAD, POST, OPTIONS' },
      json: { Code: 'MethodNotAllowedError', Message: expect.any(String) },
    },
  },
  {
    name: 'a 415',
    request: {
      ...{ method: 'POST', target: '/custom_cors', body: 'a' },
      headers: [
        ['origin', FOO],
        ['content-type', 'text/plain'],
      ],
    },
    expected: {
      status: 415,
      headers: CUSTOM,
      json: { Code: 'UnsupportedMediaTypeError', Message: expect.any(String) },
    },
  },
  {
    name: 'malformed JSON',
    request: {
      ...{ method: 'POST', target: '/custom_cors', body: '{' },
      headers: [
        ['origin', FOO],
        ['content-type', 'application/json'],
      ],
    },
    expected: withHeaders(error(400, 'BadRequestError', 'BadRequestError: Error Parsing JSON'), CUSTOM),
  },
  {
    name: 'HEAD',
    request: from(FOO, '/custom_cors', 'HEAD'),
    expected: { status: 200, headers: CUSTOM, text: '' },
  },
  {
    name: 'an answer of lists and cookies',
    request: from(FOO, '/list'),
    expected: { status: 200, headers: { ...CUSTOM, 'x-a': 'b, c' }, cookies: ['d=1', 'e=2'], text: 'x' },
  },
  {
    name: 'what the handler has set stands',
    request: from(FOO, '/own'),
    expected: { status: 200, headers: { 'access-control-allow-origin': 'null' }, text: 'x' },
  },
  {
    name: 'the vary of the handler stands',
    request: from(FOO, '/vary'),
    expected: { status: 200, text: 'x', ...varies('accept') },
  },
]

matrix('cors', appOf, cases)

matrix(
  'preflights',
  (log) => {
    calls = 0
    return appOf(log)
  },
  [
    { name: 'a preflight first', request: preflight(FOO, '/custom_cors', 'GET'), expected: { status: 204 } },
    { name: 'and no handler has run', request: from(undefined, '/calls'), expected: ok(0) },
    { name: 'a request next', request: from(FOO, '/custom_cors'), expected: { status: 200 } },
    { name: 'and it has', request: from(undefined, '/calls'), expected: ok(1) },
  ],
)
