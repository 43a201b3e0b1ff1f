import { calix, get, post, response, route, routes, use } from 'calix'
import { cors } from 'calix/middleware'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { type Case, error, type Log, matrix } from './case.ts'
import { ALLOWED, ELSEWHERE, FOO, from, NONE, preflight, USUAL, varies } from './cors.ts'
import { HTTP_APIS } from './doors.ts'

const appOf = (log: Log) =>
  calix(
    { log },
    pipe(
      routes(
        route(get('/cors_multiple_origins'), () => 'Foo'),
        route(get('/many/vary'), () => response('x', { headers: { vary: 'accept, Origin' } })),
      ),
      use(cors({ allowOrigin: [ALLOWED, 'http://allowed2.example.com'] })),
    ),
    pipe(
      route(get('/all'), () => 'all'),
      use(cors()),
    ),
    pipe(
      route(get('/pattern'), () => 'pattern'),
      use(cors({ allowOrigin: ['https://*.example.com'] })),
    ),
    route(post('/all'), () => 'not for other origins'),
  )

const cases: ReadonlyArray<Case> = [
  {
    name: 'an origin of the list is echoed',
    request: from(ALLOWED, '/cors_multiple_origins'),
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': ALLOWED },
      text: 'Foo',
      ...varies('origin'),
    },
  },
  {
    name: 'the other origin of the list is echoed',
    request: from('http://allowed2.example.com', '/cors_multiple_origins'),
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': 'http://allowed2.example.com' },
      text: 'Foo',
      ...varies('origin'),
    },
  },
  {
    name: 'an origin that is not in the list gets none',
    request: from(ELSEWHERE, '/cors_multiple_origins'),
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': null },
      text: 'Foo',
      ...varies('origin'),
    },
  },
  {
    name: 'no origin gets none',
    request: from(undefined, '/cors_multiple_origins'),
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': null },
      text: 'Foo',
      ...varies('origin'),
    },
  },
  {
    name: 'an origin that only begins like one of the list gets none',
    request: from(`${ALLOWED}.evil.example`, '/cors_multiple_origins'),
    expected: { status: 200, headers: { 'access-control-allow-origin': null }, text: 'Foo' },
  },
  {
    name: 'a preflight of an origin of the list',
    request: preflight(ALLOWED, '/cors_multiple_origins', 'GET'),
    expected: {
      status: 204,
      headers: {
        'access-control-allow-origin': ALLOWED,
        'access-control-allow-headers': USUAL,
        'access-control-allow-methods': 'GET,HEAD,OPTIONS',
        'access-control-allow-credentials': null,
        'access-control-max-age': null,
      },
      text: '',
      ...varies('origin'),
    },
  },
  {
    name: 'a preflight of an origin that is not in the list',
    request: preflight(ELSEWHERE, '/cors_multiple_origins', 'GET'),
    expected: { status: 204, headers: { 'access-control-allow-origin': null }, text: '' },
  },
  {
    name: 'vary names the origin once',
    request: from(ALLOWED, '/many/vary'),
    expected: {
      status: 200,
      text: 'x',
      holds: ({ headers }) =>
        expect(
          (headers.get('vary') ?? '')
            .toLowerCase()
            .split(',')
            .map((each) => each.trim())
            .sort(),
        ).toEqual(['accept', 'origin']),
    },
  },
  {
    name: 'every origin',
    request: from(ELSEWHERE, '/all'),
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-credentials': null },
      text: 'all',
    },
  },
  {
    name: 'a pattern takes one label of a host',
    request: from('https://app.example.com', '/pattern'),
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': 'https://app.example.com' },
      text: 'pattern',
    },
  },
  {
    name: 'a pattern takes no other host',
    request: from('https://app.example.com.evil.example', '/pattern'),
    expected: { status: 200, headers: { 'access-control-allow-origin': null }, text: 'pattern' },
  },
  {
    // Else a browser would go on to send a POST that its route has not opened to other origins.
    name: 'a preflight for a route without CORS is not answered by that of another route of the path',
    request: preflight(ELSEWHERE, '/all', 'POST'),
    expected: { status: 204, headers: { ...NONE, allow: 'GET, HEAD, POST, OPTIONS' }, text: '' },
  },
  {
    name: 'nor is the request itself',
    request: from(ELSEWHERE, '/all', 'POST'),
    expected: { status: 200, headers: NONE, text: 'not for other origins' },
  },
]

matrix('cors of many origins', appOf, cases)

matrix(
  'cors of an app',
  (log) =>
    pipe(
      calix(
        { log },
        route(get('/here/:id'), () => 'here'),
      ),
      use(cors({ allowOrigin: [FOO] })),
    ),
  [
    {
      name: 'an unknown path',
      request: from(FOO, '/nowhere'),
      expected: {
        ...error(404, 'NotFoundError', 'NotFoundError: No route for GET /nowhere'),
        headers: { 'access-control-allow-origin': FOO },
        ...varies('origin'),
      },
    },
    {
      name: 'another method',
      request: from(FOO, '/here/1', 'POST'),
      expected: { status: 405, headers: { 'access-control-allow-origin': FOO } },
    },
    {
      name: 'a malformed path',
      request: from(FOO, '/here/%zz'),
      expected: {
        status: 400,
        headers: { 'access-control-allow-origin': FOO },
        json: { Code: 'BadRequestError', Message: expect.any(String) },
      },
      differs: [
        {
          doors: HTTP_APIS,
          because: 'an HTTP API decodes what it can and hands over the rest',
          expected: { status: 200, headers: { 'access-control-allow-origin': FOO }, text: 'here' },
        },
      ],
    },
    {
      name: 'a preflight of a known path',
      request: preflight(FOO, '/here/1', 'GET'),
      expected: {
        status: 204,
        headers: { 'access-control-allow-origin': FOO, 'access-control-allow-methods': 'GET,HEAD,OPTIONS' },
        text: '',
      },
    },
    {
      // Let through, so that a script gets to read the 404 that follows.
      name: 'a preflight of an unknown path',
      request: preflight(FOO, '/nowhere', 'GET'),
      expected: {
        status: 204,
        headers: { 'access-control-allow-origin': FOO, 'access-control-allow-methods': 'GET' },
      },
    },
  ],
)
