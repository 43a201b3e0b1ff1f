import { expect, test } from 'vitest'
import { answerTo, samples } from './own.ts'
import { alb, albMulti, http, httpV1, rest, url } from './shapes.ts'

const twice = { query: { a: '2' }, queryAll: { a: ['1', '2'] } }

samples('a query', [
  [
    'is read off its raw form',
    'http',
    http('/', { rawQueryString: 'a=1&a=2', queryStringParameters: { a: '1,2' } }),
    twice,
  ],
  [
    'is read off its raw form',
    'url',
    url('/', { rawQueryString: 'a=1&a=2', queryStringParameters: { a: '1,2' } }),
    twice,
  ],
  [
    'has spaces and commas',
    'http',
    http('/', { rawQueryString: 'a=x+y&b=1%2C2&c=%2B' }),
    { query: { a: 'x y', b: '1,2', c: '+' } },
  ],
  [
    'is the map where there is no raw form',
    'http',
    http('/', { rawQueryString: undefined, queryStringParameters: { a: '1' } }),
    { queryAll: { a: ['1'] } },
  ],
  [
    'has every value',
    'rest',
    rest({ queryStringParameters: { a: '2' }, multiValueQueryStringParameters: { a: ['1', '2'] } }),
    twice,
  ],
  [
    'is decoded already',
    'rest',
    rest({
      queryStringParameters: { 'a%20': '+%41' },
      multiValueQueryStringParameters: { 'a%20': ['+%41'] },
    }),
    { queryAll: { 'a%20': ['+%41'] } },
  ],
  ['has one map', 'rest', rest({ queryStringParameters: { a: '1' } }), { queryAll: { a: ['1'] } }],
  [
    'has a name in one map alone',
    'rest',
    rest({ queryStringParameters: { a: '1', b: '2' }, multiValueQueryStringParameters: { a: ['0', '1'] } }),
    { queryAll: { a: ['0', '1'], b: ['2'] } },
  ],
  ['is decoded already', 'http-1.0', httpV1({ queryStringParameters: { a: '+' } }), { query: { a: '+' } }],
  [
    'is still encoded',
    'alb',
    alb({ queryStringParameters: { 'a%5Bb%5D': 'x+y', c: '%2B%26' } }),
    { query: { 'a[b]': 'x y', c: '+&' } },
  ],
  [
    'is still encoded',
    'alb-multi',
    albMulti({ multiValueQueryStringParameters: { 'a+b': ['%C3%A9', '1+2'] } }),
    { queryAll: { 'a b': ['é', '1 2'] } },
  ],
  [
    'has names that are one once decoded',
    'alb',
    alb({ queryStringParameters: { a: '1', '%61': '2' } }),
    { queryAll: { a: ['1', '2'] } },
  ],
  [
    'has the names of a prototype in one map',
    'rest',
    rest({ queryStringParameters: { constructor: '1', toString: '2' } }),
    { query: { constructor: '1', toString: '2' } },
  ],
  ['is an empty map', 'alb', alb({ queryStringParameters: {} }), { query: {}, queryAll: {} }],
  ['is no map', 'alb', alb({ queryStringParameters: undefined }), { query: {}, queryAll: {} }],
])

samples('headers', [
  [
    'are the lists where there are some',
    'rest',
    rest({ headers: { 'X-A': '2' }, multiValueHeaders: { 'X-A': ['1', '2'] } }),
    { headers: { 'x-a': '1,2' } },
  ],
  [
    'are the lists, whatever the case of either map',
    'rest',
    rest({ headers: { 'X-A': 'old', 'X-B': 'b' }, multiValueHeaders: { 'x-a': ['1'] } }),
    { headers: { 'x-a': '1', 'x-b': 'b' } },
  ],
  [
    'differ by more than case',
    'rest',
    rest({ multiValueHeaders: { 'X-A': ['1'], 'x-a': ['2'] } }),
    { headers: { 'x-a': '1,2' } },
  ],
  [
    'may be numbers and booleans',
    'http',
    http('/', { headers: { 'Content-Length': 15, 'x-flag': true } }),
    { headers: { 'content-length': '15', 'x-flag': 'true' } },
  ],
  [
    'may have null for a value',
    'rest',
    rest({ headers: { a: null, b: '1' }, multiValueHeaders: { c: null } }),
    { headers: { b: '1' } },
  ],
  ['may be null', 'rest', rest(), { headers: {}, cookies: {} }],
  ['may be absent', 'http', http('/', { headers: undefined }), { headers: {} }],
  ['may be absent', 'alb', alb({ headers: undefined }), { headers: {} }],
])

const AB = { cookies: { a: '1', b: '2' } }
const AB_HEADER = { headers: { cookie: 'a=1; b=2' } }

samples('cookies', [
  ['are a list', 'http', http('/', { cookies: ['a=1', 'b=2'] }), { ...AB, ...AB_HEADER }],
  [
    'come twice and count once',
    'url',
    url('/', { cookies: ['a=1', 'b=2'], headers: { cookie: 'a=1; b=2' } }),
    { ...AB, ...AB_HEADER },
  ],
  ['come in the header alone', 'url', url('/', { headers: { cookie: 'a=1; b=2' } }), { ...AB, ...AB_HEADER }],
  ['are a header', 'rest', rest({ headers: { Cookie: 'a=1; b=2' } }), { ...AB, ...AB_HEADER }],
  [
    'are two headers',
    'alb-multi',
    albMulti({ multiValueHeaders: { cookie: ['a=1', 'b=2'] } }),
    { ...AB, ...AB_HEADER },
  ],
  ['are an empty list', 'http', http('/', { cookies: [] }), { cookies: {}, headers: {} }],
  ['are no list', 'http', http('/', { cookies: null }), { cookies: {}, headers: {} }],
])

const JSON_TYPE = { 'content-type': 'application/json' }
const base64 = (text: string): string => Buffer.from(text).toString('base64')

samples('a body', [
  [
    'is text',
    'rest',
    rest({ headers: JSON_TYPE, body: '{"a":"λ"}' }),
    { body: { a: 'λ' }, raw: '{"a":"λ"}' },
  ],
  [
    'is base64',
    'http',
    http('/', { headers: JSON_TYPE, body: base64('{"a":"λ"}'), isBase64Encoded: true }),
    { body: { a: 'λ' }, raw: '{"a":"λ"}' },
  ],
  [
    'is base64',
    'alb-multi',
    albMulti({
      multiValueHeaders: { 'Content-Type': ['application/json'] },
      body: base64('[1]'),
      isBase64Encoded: true,
    }),
    { body: [1], raw: '[1]' },
  ],
  ['is null', 'rest', rest({ headers: JSON_TYPE }), { body: null, raw: '' }],
  ['is empty', 'alb', alb({ headers: JSON_TYPE }), { body: null, raw: '' }],
  ['is empty base64', 'alb', alb({ headers: JSON_TYPE, isBase64Encoded: true }), { body: null, raw: '' }],
  ['is absent', 'http', http('/', { headers: JSON_TYPE }), { body: null, raw: '' }],
])

const broken = ['Hello world!', 'YQ', 'YQ=', 'Y===', 'YWJj\nYWJj', '_-8=', 'λλλλ']

test.each(broken)('a body that is marked as base64 and is not is a 400: %j', async (body) => {
  const { status, seen } = await answerTo('rest', rest({ body, isBase64Encoded: true }))
  expect({ status, seen }).toEqual({
    status: 400,
    seen: {
      Code: 'BadRequestError',
      Message: 'BadRequestError: Error Decoding Body: it is marked as base64 and is not',
    },
  })
})
