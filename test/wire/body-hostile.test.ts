import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect } from 'vitest'
import { appOf, FORM, JSON_TYPE, json, malformed, parsed, typed } from './body.ts'
import { type Case, matrix, ok, wrapped } from './case.ts'

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`

const compressed = (coding: string, compress: (text: string) => Uint8Array): Case => ({
  name: `a JSON body in ${coding}`,
  request: json(compress('{"name":"λ"}'), ['content-encoding', coding]),
  expected: parsed({ name: 'λ' }),
})

const cases: ReadonlyArray<Case> = [
  compressed('gzip', gzipSync),
  compressed('x-gzip', gzipSync),
  compressed('deflate', deflateSync),
  compressed('br', brotliCompressSync),
  compressed('zstd', zstdCompressSync),
  compressed('GZIP', gzipSync),
  compressed('identity', (text) => new TextEncoder().encode(text)),
  {
    name: 'a compressed form',
    request: typed('/echo', FORM, gzipSync('a=1'), ['content-encoding', 'gzip']),
    expected: parsed({ a: '1' }),
  },
  {
    name: 'the bytes of a compressed body are those that came',
    request: typed('/raw', JSON_TYPE, gzipSync('{"a":1}'), ['content-encoding', 'gzip']),
    expected: { status: 200, bytes: gzipSync('{"a":1}') },
  },
  {
    name: 'a coding that nobody knows is a 415',
    request: json('{"a":1}', ['content-encoding', 'compress']),
    expected: {
      status: 415,
      headers: { 'accept-encoding': 'gzip, deflate, br, zstd' },
      json: { Code: 'UnsupportedMediaTypeError', Message: expect.stringContaining("'compress'") },
    },
  },
  {
    name: 'a body that is not in its coding is a 400',
    request: json('{"a":1}', ['content-encoding', 'gzip']),
    expected: {
      status: 400,
      json: { Code: 'BadRequestError', Message: expect.stringContaining('gzip') },
    },
  },
  {
    name: 'a truncated compressed body is a 400',
    request: json(gzipSync('{"a":1}').subarray(0, 20), ['content-encoding', 'gzip']),
    expected: { status: 400, json: { Code: 'BadRequestError', Message: expect.stringContaining('gzip') } },
  },
  {
    name: 'a body of more than 10 MB once decompressed is a 413',
    request: json(gzipSync(`"${'a'.repeat(10 * 1024 * 1024)}"`), ['content-encoding', 'gzip']),
    expected: {
      status: 413,
      json: { Code: 'PayloadTooLargeError', Message: expect.stringContaining('10485760') },
    },
  },
  {
    name: 'half a megabyte',
    request: typed('/size', JSON_TYPE, `"${'a'.repeat(524_286)}"`),
    expected: ok({ bytes: 524_288, kind: 'string' }),
  },
  {
    name: 'JSON of 100,000 levels is read',
    request: typed('/kind', JSON_TYPE, deep),
    expected: { status: 200, text: 'object' },
  },
  {
    name: '__proto__ in JSON is refused',
    request: typed('/polluted', JSON_TYPE, '{"__proto__":{"polluted":true}}'),
    expected: malformed,
  },
  {
    name: '__proto__ in JSON, escaped and deep down, is refused',
    request: typed('/polluted', JSON_TYPE, '{"a":[{"\\u005f_proto__":{"polluted":true}}]}'),
    expected: malformed,
  },
  {
    name: 'a prototype by way of the constructor is refused',
    request: typed('/polluted', JSON_TYPE, '{"constructor":{"prototype":{"polluted":true}}}'),
    expected: malformed,
  },
  {
    name: 'a constructor that is data is data',
    request: typed('/polluted', JSON_TYPE, '{"constructor":"Eiffel","text":"__proto__"}'),
    expected: ok({ harmless: true, own: ['constructor', 'text'] }),
  },
  {
    name: '__proto__ in a form is a field among others',
    request: typed('/polluted', FORM, '__proto__=1&__proto__[polluted]=2&constructor=3'),
    expected: ok({ harmless: true, own: ['__proto__', '__proto__[polluted]', 'constructor'] }),
  },
]

matrix('hostile body', appOf, cases)
matrix('hostile body in middleware', wrapped(appOf), cases)
