import { calix, get, NotFoundError, response, route } from 'calix'
import { expect } from 'vitest'
import { type Case, type Expected, type Log, matrix, ok, unexpected } from './case.ts'

const INVALID: Readonly<Record<string, number>> = {
  zero: 0,
  'a small one': 42,
  'an interim one': 100,
  'the last interim one': 199,
  'one that is too large': 600,
  'one of four digits': 1000,
  'a negative one': -200,
  'one that is no whole number': 200.5,
  'no number': Number.NaN,
  'no end': Number.POSITIVE_INFINITY,
}

const invalid = Object.values(INVALID)

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/status/:code'), ({ params }) => response({ a: 1 }, { status: Number(params.code) })),
    route(get('/invalid/:nth'), ({ params }) =>
      response('x', { status: invalid[Number(params.nth)] ?? 200, headers: { 'x-a': 'b' } }),
    ),
    route(get('/text'), () => response('a body', { status: 204 })),
    route(get('/bytes'), () => response(Uint8Array.of(1, 2), { status: 204 })),
    route(get('/not-modified'), () =>
      response('a body', { status: 304, headers: { etag: '"1"', 'cache-control': 'no-cache' } }),
    ),
    route(get('/untyped'), () => JSON.parse('{"statusCode":204}')),
    route(get('/error'), () => new NotFoundError('banana')),
    // What comes from outside the types, such as a configuration, may be a status in a string.
    route(get('/string'), () => response('x', JSON.parse('{"status":"200"}'))),
    route(get('/null'), () => response('x', JSON.parse('{"status":null}'))),
    route(get('/redirect'), () => response(null, { status: 301, headers: { location: '/status/200' } })),
  )

const bodiless = (status: number, headers: Expected['headers'] = {}): Expected => ({
  status,
  headers,
  text: '',
})

const cases: ReadonlyArray<Case> = [
  ...[200, 201, 202, 203, 206, 207, 299, 300, 400, 418, 451, 499, 501, 503, 599].map(
    (status): Case => ({
      name: String(status),
      request: { target: `/status/${status}` },
      expected: { ...ok({ a: 1 }), status },
    }),
  ),
  {
    name: '204 has no body',
    request: { target: '/status/204' },
    expected: bodiless(204, { 'content-type': null }),
  },
  {
    name: '204 has no text',
    request: { target: '/text' },
    expected: bodiless(204, { 'content-type': null }),
  },
  {
    name: '204 has no bytes',
    request: { target: '/bytes' },
    expected: bodiless(204, { 'content-type': null }),
  },
  { name: '205 has no body', request: { target: '/status/205' }, expected: bodiless(205) },
  {
    name: '304 has no body, and its headers',
    request: { target: '/not-modified' },
    expected: bodiless(304, { 'content-type': null, etag: '"1"', 'cache-control': 'no-cache' }),
  },
  {
    name: 'a redirect',
    request: { target: '/redirect' },
    expected: { status: 301, headers: { location: '/status/200' }, text: 'null' },
  },
  {
    name: 'a plain value has no say in the status',
    request: { target: '/untyped' },
    expected: ok({ statusCode: 204 }),
  },
  ...Object.keys(INVALID).map(
    (name, nth): Case => ({
      name: `a status that is none is a 500: ${name}`,
      request: { target: `/invalid/${nth}` },
      expected: { ...unexpected(expect.any(TypeError)), headers: { 'x-a': null } },
    }),
  ),
  {
    name: 'a status in a string is a 500',
    request: { target: '/string' },
    expected: unexpected(expect.any(TypeError)),
  },
]

matrix('status', appOf, cases)
