import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { BadRequestError, calix, get, response, route, routes, use } from 'calix'
import { compress, cors } from 'calix/middleware'
import { expect } from 'vitest'
import { pipe } from '#fp/function'
import { type Case, type Expected, type Log, matrix } from './case.ts'
import type { Answer } from './doors.ts'

const LARGE = { text: 'λ compresses well '.repeat(500) }
const LARGE_JSON = JSON.stringify(LARGE)
const NOISE = Uint8Array.from({ length: 4096 }, (_, nth) => (nth * 7919) % 251)

const appOf = (log: Log) =>
  calix(
    { log },
    pipe(
      routes(
        route(get('/large'), () => LARGE),
        route(get('/text'), () => 'a'.repeat(1024)),
        route(get('/below'), () => 'a'.repeat(1023)),
        route(get('/wide'), () => 'λ'.repeat(512)),
        route(get('/small'), () => ({ a: 1 })),
        route(get('/empty'), () => response('', { status: 204 })),
        route(get('/bytes'), () => NOISE),
        route(get('/image'), () => response('a'.repeat(4096), { headers: { 'content-type': 'image/png' } })),
        route(get('/svg'), () =>
          response('a'.repeat(4096), { headers: { 'content-type': 'image/svg+xml' } }),
        ),
        route(get('/encoded'), () =>
          response('a'.repeat(4096), { headers: { 'Content-Encoding': 'aws-chunked' } }),
        ),
        route(get('/vary'), () => response('a'.repeat(4096), { headers: { Vary: 'Accept' } })),
        route(get('/no-transform'), () =>
          response('a'.repeat(4096), { headers: { 'Cache-Control': 'public, no-transform' } }),
        ),
        route(get('/error'), () => new BadRequestError('a'.repeat(4096))),
      ),
      use(compress()),
    ),
    pipe(
      route(get('/gzip-only'), () => LARGE),
      use(compress({ encodings: ['gzip'], threshold: 1 })),
    ),
    pipe(
      route(get('/with-cors'), () => LARGE),
      use(compress(), cors({ allowOrigin: ['https://a.example'] })),
    ),
    route(get('/plain'), () => LARGE),
  )

const DECODERS = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  deflate: inflateSync,
}

const asks = (target: string, accepted?: string, method = 'GET'): Case['request'] => ({
  method,
  target,
  headers: accepted === undefined ? [] : [['Accept-Encoding', accepted]],
})

const encoded = (coding: keyof typeof DECODERS, text = LARGE_JSON): Expected => ({
  status: 200,
  headers: { 'content-encoding': coding, vary: 'accept-encoding' },
  holds: ({ bytes }: Answer) => {
    expect(bytes.length).toBeLessThan(new TextEncoder().encode(text).length)
    expect(DECODERS[coding](bytes).toString()).toBe(text)
  },
})

const plain = (text = LARGE_JSON, headers: Expected['headers'] = {}): Expected => ({
  status: 200,
  headers: { 'content-encoding': null, ...headers },
  text,
})

const chooses = (accepted: string, coding: keyof typeof DECODERS): Case => ({
  name: `accept-encoding: ${accepted}`,
  request: asks('/large', accepted),
  expected: encoded(coding),
})

const declines = (accepted: string): Case => ({
  name: `accept-encoding: ${accepted}`,
  request: asks('/large', accepted),
  expected: plain(LARGE_JSON, { vary: 'accept-encoding' }),
})

const cases: ReadonlyArray<Case> = [
  chooses('gzip', 'gzip'),
  chooses('GZIP', 'gzip'),
  chooses('br', 'br'),
  chooses('zstd', 'zstd'),
  chooses('deflate', 'deflate'),
  chooses('gzip, deflate, br, zstd', 'br'),
  chooses('gzip;q=1.0, br;q=0.5', 'gzip'),
  chooses('br;q=0.1, gzip;q=0.2, deflate;q=0.3', 'deflate'),
  chooses('gzip;q=0, zstd', 'zstd'),
  chooses('*', 'br'),
  chooses('br;q=0, *', 'zstd'),
  chooses('sdch, gzip', 'gzip'),
  chooses('identity;q=0.5, gzip', 'gzip'),
  chooses('identity;q=0, gzip;q=0.1', 'gzip'),
  declines('identity'),
  declines('gzip;q=0'),
  declines('sdch'),
  declines('*;q=0, identity'),
  declines('identity, gzip;q=0.5'),
  {
    name: 'no accept-encoding',
    request: asks('/large'),
    expected: plain(LARGE_JSON, { vary: 'accept-encoding', 'content-type': 'application/json' }),
  },
  {
    name: 'the type is that of the content',
    request: asks('/large', 'gzip'),
    expected: { status: 200, headers: { 'content-type': 'application/json' } },
  },
  {
    name: 'a body at the threshold',
    request: asks('/text', 'gzip'),
    expected: encoded('gzip', 'a'.repeat(1024)),
  },
  { name: 'a body below the threshold', request: asks('/below', 'gzip'), expected: plain('a'.repeat(1023)) },
  {
    name: 'the threshold counts bytes',
    request: asks('/wide', 'gzip'),
    expected: encoded('gzip', 'λ'.repeat(512)),
  },
  { name: 'a small body', request: asks('/small', 'gzip'), expected: plain('{"a":1}') },
  {
    name: 'a body below the threshold where identity is refused',
    request: asks('/below', 'gzip, identity;q=0'),
    expected: encoded('gzip', 'a'.repeat(1023)),
  },
  {
    name: 'no body',
    request: asks('/empty', 'gzip'),
    expected: { status: 204, headers: { 'content-encoding': null }, text: '' },
  },
  {
    name: 'bytes are left alone',
    request: asks('/bytes', 'gzip'),
    expected: { status: 200, headers: { 'content-encoding': null }, bytes: NOISE },
  },
  { name: 'an image is left alone', request: asks('/image', 'gzip'), expected: plain('a'.repeat(4096)) },
  {
    name: 'an image that is text is not',
    request: asks('/svg', 'gzip'),
    expected: encoded('gzip', 'a'.repeat(4096)),
  },
  {
    name: 'what is encoded is left alone',
    request: asks('/encoded', 'gzip'),
    expected: { status: 200, headers: { 'content-encoding': 'aws-chunked' }, text: 'a'.repeat(4096) },
  },
  {
    name: 'what must not be transformed is left alone',
    request: asks('/no-transform', 'gzip'),
    expected: plain('a'.repeat(4096)),
  },
  {
    name: 'vary is added to',
    request: asks('/vary', 'gzip'),
    expected: { status: 200, headers: { vary: 'Accept, accept-encoding', 'content-encoding': 'gzip' } },
  },
  {
    name: 'an error',
    request: asks('/error', 'gzip'),
    expected: {
      status: 400,
      headers: { 'content-encoding': 'gzip' },
      holds: ({ bytes }) =>
        expect(JSON.parse(gunzipSync(bytes).toString())).toEqual({
          Code: 'BadRequestError',
          Message: `BadRequestError: ${'a'.repeat(4096)}`,
        }),
    },
  },
  {
    name: 'HEAD has the headers of GET',
    request: asks('/large', 'gzip', 'HEAD'),
    expected: {
      status: 200,
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      text: '',
    },
  },
  {
    name: 'codings that are on offer',
    request: asks('/gzip-only', 'br, gzip;q=0.5'),
    expected: encoded('gzip'),
  },
  { name: 'no coding that is on offer', request: asks('/gzip-only', 'br'), expected: plain() },
  {
    name: 'beside CORS',
    request: {
      target: '/with-cors',
      headers: [
        ['accept-encoding', 'gzip'],
        ['origin', 'https://a.example'],
      ],
    },
    expected: {
      status: 200,
      headers: { 'access-control-allow-origin': 'https://a.example', 'content-encoding': 'gzip' },
      holds: ({ headers, bytes }) => {
        expect(headers.get('vary')?.toLowerCase().split(', ').sort()).toEqual(['accept-encoding', 'origin'])
        expect(gunzipSync(bytes).toString()).toBe(LARGE_JSON)
      },
    },
  },
  {
    name: 'without the middleware',
    request: asks('/plain', 'gzip'),
    expected: plain(LARGE_JSON, { vary: null }),
  },
]

matrix('compress', appOf, cases)
