import { calix, get, lambda, response, route } from 'calix'
import { expect, test } from 'vitest'
import type { Json } from './expected.ts'
import { alb, albMulti, http, httpV1, rest, url } from './shapes.ts'

const handler = lambda(
  calix(
    {},
    route(get('/all'), () =>
      response('x', {
        status: 201,
        headers: { 'x-a': '1', 'x-b': ['2', '3'] },
        cookies: ['c=4', 'd=5', 'e=6'],
      }),
    ),
    route(get('/bytes'), () => Uint8Array.of(0xff, 0)),
  ),
)

const TEXT = { 'content-type': 'text/plain; charset=utf-8' }
const START = { statusCode: 201, body: 'x', isBase64Encoded: false }
const BYTES = { statusCode: 200, body: '/wA=', isBase64Encoded: true }
const OCTETS = { 'content-type': 'application/octet-stream' }

const V1 = {
  ...START,
  headers: { ...TEXT, 'x-a': '1' },
  multiValueHeaders: { 'x-b': ['2', '3'], 'set-cookie': ['c=4', 'd=5', 'e=6'] },
}
const V2 = { ...START, headers: { ...TEXT, 'x-a': '1', 'x-b': '2, 3' }, cookies: ['c=4', 'd=5', 'e=6'] }

const results: ReadonlyArray<readonly [name: string, event: (path: string) => Json, all: Json, bytes: Json]> =
  [
    ['rest', (path) => rest({ path }), V1, { ...BYTES, headers: OCTETS }],
    ['http-1.0', (path) => httpV1({ path }), V1, { ...BYTES, headers: OCTETS }],
    ['http', (path) => http(path), V2, { ...BYTES, headers: OCTETS }],
    ['url', (path) => url(path), V2, { ...BYTES, headers: OCTETS }],
    [
      'alb',
      (path) => alb({ path }),
      {
        ...START,
        // Names are told apart by case: that is how a balancer sends more than one.
        headers: {
          ...{ ...TEXT, 'x-a': '1', 'x-b': '2, 3' },
          ...{ 'set-cookie': 'c=4', 'Set-cookie': 'd=5', 'sEt-cookie': 'e=6' },
        },
      },
      { ...BYTES, headers: OCTETS },
    ],
    [
      'alb-multi',
      (path) => albMulti({ path }),
      {
        ...START,
        multiValueHeaders: {
          ...{ 'content-type': ['text/plain; charset=utf-8'], 'x-a': ['1'], 'x-b': ['2', '3'] },
          'set-cookie': ['c=4', 'd=5', 'e=6'],
        },
      },
      { ...BYTES, multiValueHeaders: { 'content-type': ['application/octet-stream'] } },
    ],
  ]

test.each(results)('an answer in the form of %s', async (_, event, all, bytes) => {
  expect(await handler(event('/all'))).toEqual(all)
  expect(await handler(event('/bytes'))).toEqual(bytes)
})
