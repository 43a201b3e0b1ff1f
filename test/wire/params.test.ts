import { any, calix, get, route } from 'calix'
import { expect } from 'vitest'
import { type Case, error, type Log, matrix, ok } from './case.ts'
import { HTTP_APIS } from './doors.ts'

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/cities/:city'), ({ params }) => params),
    route(get('/lengths/:text'), ({ params }) => params.text.length),
    route(get('/files/*rest'), ({ params }) => params),
    route(get('/pairs/:first/:second/end'), ({ params }) => params),
    route(get('/pairs/*all'), ({ params }) => params),
    route(get('/twins/:left/x'), ({ params }) => params),
    route(get('/twins/:right/y'), ({ params }) => params),
    route(get('/own keys/:key'), ({ params }) => ({
      params,
      polluted: Object.hasOwn(Object.prototype, 'polluted'),
    })),
    route(any('/café/:x'), ({ params }) => params),
  )

const DECODED = 'an HTTP API hands the path over decoded, so the slash separates'
const LENIENT = 'an HTTP API decodes what it can and hands over the rest'

const city = (target: string, value: string): Pick<Case, 'request' | 'expected'> => ({
  request: { target },
  expected: ok({ city: value }),
})

const malformed = {
  status: 400,
  json: { Code: 'BadRequestError', Message: expect.stringMatching(/^BadRequestError: .*encoding/) },
}

const unknown = {
  status: 404,
  json: { Code: 'NotFoundError', Message: expect.stringMatching(/^NotFoundError: /) },
}

const cases: ReadonlyArray<Case> = [
  { name: 'a parameter is its segment', ...city('/cities/seattle', 'seattle') },
  { name: 'a parameter is percent-decoded', ...city('/cities/s%C3%A3o%20paulo', 'são paulo') },
  { name: 'lower-case hex digits decode as well', ...city('/cities/s%c3%a3o', 'são') },
  { name: 'a percent sign is decoded once', ...city('/cities/100%25', '100%') },
  { name: 'what decoding gives is not decoded again', ...city('/cities/%252F', '%2F') },
  { name: 'a plus sign is itself', ...city('/cities/a+b', 'a+b') },
  { name: 'sub-delimiters are themselves', ...city("/cities/a;b=c,d!$&'()*", "a;b=c,d!$&'()*") },
  { name: 'dots are themselves', ...city('/cities/...', '...') },
  { name: 'an emoji', ...city('/cities/%F0%9F%8C%8D', '🌍') },
  { name: 'a control character', ...city('/cities/a%00%0d%0ab', 'a\u0000\r\nb') },
  { name: 'one trailing slash is ignored', ...city('/cities/seattle/', 'seattle') },
  { name: 'the name of a prototype', ...city('/cities/__proto__', '__proto__') },
  { name: 'a query is no part of the path', ...city('/cities/seattle?city=portland', 'seattle') },
  {
    name: 'an encoded slash stays within its segment',
    ...city('/cities/a%2Fb', 'a/b'),
    differs: [{ doors: HTTP_APIS, because: DECODED, expected: unknown }],
  },
  {
    name: 'malformed encoding is a 400',
    request: { target: '/cities/%zz' },
    expected: malformed,
    differs: [{ doors: HTTP_APIS, because: LENIENT, expected: ok({ city: '%zz' }) }],
  },
  {
    name: 'a truncated escape is a 400',
    request: { target: '/cities/a%2' },
    expected: malformed,
    differs: [{ doors: HTTP_APIS, because: LENIENT, expected: ok({ city: 'a%2' }) }],
  },
  {
    name: 'bytes that are no UTF-8 are a 400',
    request: { target: '/cities/%E4%BD' },
    expected: malformed,
    differs: [{ doors: HTTP_APIS, because: LENIENT, expected: ok({ city: '%E4%BD' }) }],
  },
  { name: 'a literal matches whatever way it is encoded', ...city('/c%69ties/x', 'x') },
  {
    name: 'a literal beyond ASCII matches its encoded form',
    request: { target: '/caf%C3%A9/1' },
    expected: ok({ x: '1' }),
  },
  {
    name: 'a literal with a space matches its encoded form',
    request: { target: '/own%20keys/constructor' },
    expected: ok({ params: { key: 'constructor' }, polluted: false }),
  },
  { name: 'case counts', request: { target: '/Cities/seattle' }, expected: unknown },
  { name: 'a parameter is never empty', request: { target: '/cities/' }, expected: unknown },
  { name: 'two slashes are an empty segment', request: { target: '/cities//seattle' }, expected: unknown },
  { name: 'a second trailing slash counts', request: { target: '/cities/seattle//' }, expected: unknown },
  {
    name: 'a segment too many',
    request: { target: '/cities/seattle/zoo' },
    expected: error(404, 'NotFoundError', 'NotFoundError: No route for GET /cities/seattle/zoo'),
  },
  {
    name: 'a rest is all that follows',
    request: { target: '/files/a/b%20c/d' },
    expected: ok({ rest: 'a/b c/d' }),
  },
  { name: 'a rest of one segment', request: { target: '/files/a' }, expected: ok({ rest: 'a' }) },
  { name: 'a rest is never empty', request: { target: '/files/' }, expected: unknown },
  { name: 'a rest is never absent', request: { target: '/files' }, expected: unknown },
  {
    name: 'a rest may climb, and it is for its handler to refuse that',
    request: { target: '/files/..%2f..%2fetc/passwd' },
    expected: ok({ rest: '../../etc/passwd' }),
  },
  {
    name: 'a candidate that fails leaves no parameter behind',
    request: { target: '/pairs/1/2/other' },
    expected: ok({ all: '1/2/other' }),
  },
  {
    name: 'a candidate that fits gets its parameters',
    request: { target: '/pairs/1/2/end' },
    expected: ok({ first: '1', second: '2' }),
  },
  {
    name: 'routes that share a segment keep their own name for it',
    request: { target: '/twins/a/y' },
    expected: ok({ right: 'a' }),
  },
  {
    name: 'a path of 64 KB',
    request: { target: `/lengths/${'a'.repeat(65_536)}` },
    expected: ok(65_536),
  },
  {
    name: 'a path of 30,000 segments',
    request: { target: `/cities${'/a'.repeat(30_000)}` },
    expected: unknown,
  },
]

matrix('params', appOf, cases)
