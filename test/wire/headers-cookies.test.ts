import { calix, get, route } from 'calix'
import { expect } from 'vitest'
import { type Case, type Log, matrix, ok, wrapped } from './case.ts'
import { LAST_VALUE_ONLY } from './doors.ts'

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/headers'), ({ headers }) =>
      Object.fromEntries(Object.entries(headers).filter(([name]) => /^(?:x-t-|__|accept$)/.test(name))),
    ),
    route(get('/cookies'), ({ cookies, headers }) => ({ cookies, header: headers.cookie ?? null })),
    route(get('/names'), ({ headers }) => Object.keys(headers).every((name) => name === name.toLowerCase())),
  )

const LAST = 'a load balancer without multi-value headers sends the last line only'

const sends = (...headers: ReadonlyArray<readonly [string, string]>): Case['request'] => ({
  target: '/headers',
  headers,
})

const cookie = (...lines: ReadonlyArray<string>): Case['request'] => ({
  target: '/cookies',
  headers: lines.map((line) => ['cookie', line] as const),
})

const cases: ReadonlyArray<Case> = [
  {
    name: 'names are in lower case',
    request: sends(['X-T-Api', 'Foo'], ['ACCEPT', '*/*']),
    expected: ok({ 'x-t-api': 'Foo', accept: '*/*' }),
  },
  {
    name: 'every name is in lower case, those that the gateway adds included',
    request: { target: '/names', headers: [['X-Mixed-Case', '1']] },
    expected: ok(true),
  },
  {
    name: 'a repeated header is joined by a comma',
    request: sends(['x-t-a', '1'], ['x-t-a', '2, 3']),
    expected: ok({ 'x-t-a': '1,2, 3' }),
    differs: [{ doors: LAST_VALUE_ONLY, because: LAST, expected: ok({ 'x-t-a': '2, 3' }) }],
  },
  {
    name: 'names that differ in case are one header',
    request: sends(['X-T-A', '1'], ['x-t-a', '2']),
    expected: ok({ 'x-t-a': '1,2' }),
    differs: [{ doors: LAST_VALUE_ONLY, because: LAST, expected: ok({ 'x-t-a': '2' }) }],
  },
  { name: 'an empty value', request: sends(['x-t-a', '']), expected: ok({ 'x-t-a': '' }) },
  {
    name: 'a value that looks like a number is text',
    request: sends(['x-t-a', '007']),
    expected: ok({ 'x-t-a': '007' }),
  },
  {
    name: 'a value is not decoded',
    request: sends(['x-t-a', 'a%20b+c; d="e"']),
    expected: ok({ 'x-t-a': 'a%20b+c; d="e"' }),
  },
  {
    name: 'a value in Latin-1',
    request: sends(['x-t-a', 'caf\u00e9']),
    expected: ok({ 'x-t-a': 'caf\u00e9' }),
  },
  {
    name: 'the name of a prototype is a name among others',
    request: sends(['__proto__', 'x'], ['x-t-a', '1']),
    expected: {
      status: 200,
      holds: ({ text }) => {
        expect(text).toContain('"x-t-a":"1"')
        expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
      },
    },
  },
  {
    name: 'a hundred headers',
    request: sends(...Array.from({ length: 100 }, (_, nth) => [`x-t-a${nth}`, String(nth)] as const)),
    expected: ok(Object.fromEntries(Array.from({ length: 100 }, (_, nth) => [`x-t-a${nth}`, String(nth)]))),
  },
  { name: 'no cookie', request: cookie(), expected: ok({ cookies: {}, header: null }) },
  {
    name: 'cookies by name, each counted once',
    request: cookie('a=1; b=2'),
    expected: ok({ cookies: { a: '1', b: '2' }, header: 'a=1; b=2' }),
  },
  {
    name: 'a value is raw',
    request: cookie('a=%20x; b="q"; c=1+2'),
    expected: ok({ cookies: { a: '%20x', b: '"q"', c: '1+2' }, header: 'a=%20x; b="q"; c=1+2' }),
  },
  {
    name: 'the first equals sign separates',
    request: cookie('a=1=2=='),
    expected: ok({ cookies: { a: '1=2==' }, header: 'a=1=2==' }),
  },
  {
    name: 'names keep their case',
    request: cookie('A=1; a=2'),
    expected: ok({ cookies: { A: '1', a: '2' }, header: 'A=1; a=2' }),
  },
  {
    name: 'of a repeated name the first counts',
    request: cookie('a=1; a=2'),
    expected: ok({ cookies: { a: '1' }, header: 'a=1; a=2' }),
  },
  {
    name: 'an empty value of a cookie',
    request: cookie('a=; b=1'),
    expected: ok({ cookies: { a: '', b: '1' }, header: 'a=; b=1' }),
  },
  {
    name: 'what has no equals sign is no cookie',
    request: cookie('a; b=1'),
    expected: ok({ cookies: { b: '1' }, header: 'a; b=1' }),
  },
  {
    name: 'lines of cookies are joined by a semicolon',
    request: cookie('a=1; b=2', 'c=3'),
    expected: ok({ cookies: { a: '1', b: '2', c: '3' }, header: 'a=1; b=2; c=3' }),
    differs: [
      { doors: LAST_VALUE_ONLY, because: LAST, expected: ok({ cookies: { c: '3' }, header: 'c=3' }) },
    ],
  },
  {
    name: 'a cookie with the name of a prototype',
    request: cookie('__proto__=1; constructor=2'),
    expected: {
      status: 200,
      holds: ({ text }) => {
        expect(text).toContain('"cookies":{"__proto__":"1","constructor":"2"}')
        expect(Object.hasOwn(Object.prototype, '1')).toBe(false)
      },
    },
  },
]

matrix('headers and cookies', appOf, cases)
matrix('headers and cookies in middleware', wrapped(appOf), cases)
