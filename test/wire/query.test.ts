import { calix, get, route } from 'calix'
import { expect } from 'vitest'
import { type Case, type Expected, type Log, matrix, ok, wrapped } from './case.ts'
import { LAST_VALUE_ONLY } from './doors.ts'

const appOf = (log: Log) =>
  calix(
    { log },
    route(get('/q'), ({ query, queryAll }) => ({ query, queryAll })),
    route(get('/count'), ({ query, queryAll }) => [
      Object.keys(query).length,
      Object.values(queryAll).flat().length,
    ]),
  )

const both = (query: object, queryAll: object): Expected => ok({ query, queryAll })

const once = (query: Readonly<Record<string, string>>): Expected =>
  both(query, Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])))

const LAST = 'a load balancer without multi-value headers sends the last value only'

const cases: ReadonlyArray<Case> = [
  { name: 'no query', request: { target: '/q' }, expected: once({}) },
  { name: 'an empty query', request: { target: '/q?' }, expected: once({}) },
  { name: 'a value', request: { target: '/q?a=1&b=2' }, expected: once({ a: '1', b: '2' }) },
  {
    name: 'every value of a name, in order, and the last of them',
    request: { target: '/q?a=1&b=3&a=2' },
    expected: both({ a: '2', b: '3' }, { a: ['1', '2'], b: ['3'] }),
    differs: [{ doors: LAST_VALUE_ONLY, because: LAST, expected: once({ a: '2', b: '3' }) }],
  },
  {
    name: 'a comma is part of a value',
    request: { target: '/q?a=1,2&a=3' },
    expected: both({ a: '3' }, { a: ['1,2', '3'] }),
    differs: [{ doors: LAST_VALUE_ONLY, because: LAST, expected: once({ a: '3' }) }],
  },
  {
    name: 'a comma is part of a single value',
    request: { target: '/q?a=1,2' },
    expected: once({ a: '1,2' }),
  },
  { name: 'a plus sign is a space', request: { target: '/q?a=x+y' }, expected: once({ a: 'x y' }) },
  { name: 'an encoded plus sign is one', request: { target: '/q?a=x%2By' }, expected: once({ a: 'x+y' }) },
  {
    name: 'encoded separators are part of a value',
    request: { target: '/q?a=b%26c%3Dd%23&e=%3F' },
    expected: once({ a: 'b&c=d#', e: '?' }),
  },
  {
    name: 'a value is decoded once',
    request: { target: '/q?a=%2525&b=%252B' },
    expected: once({ a: '%25', b: '%2B' }),
  },
  {
    name: 'names are decoded too',
    request: { target: '/q?a%20b=1&c+d=2&%C3%A9=3' },
    expected: once({ 'a b': '1', 'c d': '2', é: '3' }),
  },
  {
    name: 'two ways to write a name are one name',
    request: { target: '/q?%61=1&a=2' },
    expected: both({ a: '2' }, { a: ['1', '2'] }),
    differs: [
      {
        doors: LAST_VALUE_ONLY,
        because: 'a load balancer tells the names apart as they were sent',
        expected: both({ a: '2' }, { a: ['1', '2'] }),
      },
    ],
  },
  {
    name: 'text beyond ASCII',
    request: { target: '/q?n=%E4%BD%A0%E5%A5%BD' },
    expected: once({ n: '你好' }),
  },
  { name: 'a name alone', request: { target: '/q?flag&empty=' }, expected: once({ flag: '', empty: '' }) },
  { name: 'the first equals sign separates', request: { target: '/q?a=1=2' }, expected: once({ a: '1=2' }) },
  { name: 'empty pairs are nothing', request: { target: '/q?&&a=1&&' }, expected: once({ a: '1' }) },
  {
    name: 'a semicolon is no separator',
    request: { target: '/q?a=1;b=2' },
    expected: once({ a: '1;b=2' }),
  },
  {
    name: 'brackets are part of a name',
    request: { target: '/q?a[]=1&b[c][]=2' },
    expected: once({ 'a[]': '1', 'b[c][]': '2' }),
  },
  {
    name: 'a second question mark is part of a value',
    request: { target: '/q?a=b?c' },
    expected: once({ a: 'b?c' }),
  },
  {
    name: 'what is no percent-encoding stays, what is no UTF-8 is replaced',
    request: { target: '/q?a=%zz&b=%E4' },
    expected: once({ a: '%zz', b: '\uFFFD' }),
  },
  {
    name: 'broken and sound escapes in one value',
    request: { target: '/q?a=100%&b=%zz%20%26' },
    expected: once({ a: '100%', b: '%zz &' }),
  },
  {
    name: 'the names of a prototype are names among others',
    request: { target: '/q?__proto__=1&constructor=2&hasOwnProperty=3' },
    expected: {
      status: 200,
      holds: ({ text }) => {
        expect(text).toContain('"__proto__":"1"')
        expect(text).toContain('"__proto__":["1"]')
        expect(text).toContain('"constructor":"2"')
        expect(text).toContain('"hasOwnProperty":["3"]')
        expect(Object.hasOwn(Object.prototype, '1')).toBe(false)
      },
    },
  },
  {
    name: '10,000 names',
    request: { target: `/count?${Array.from({ length: 10_000 }, (_, nth) => `p${nth}=${nth}`).join('&')}` },
    expected: ok([10_000, 10_000]),
  },
  {
    name: '10,000 values of a name',
    request: { target: `/count?${Array.from({ length: 10_000 }, (_, nth) => `p=${nth}`).join('&')}` },
    expected: ok([1, 10_000]),
    differs: [{ doors: LAST_VALUE_ONLY, because: LAST, expected: ok([1, 1]) }],
  },
]

matrix('query', appOf, cases)
matrix('query in middleware', wrapped(appOf), cases)
