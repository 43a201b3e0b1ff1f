import { expect, test } from 'vitest'
import type { Caller } from '../../tutorial/caller.ts'

const ORIGIN = { origin: 'http://allowed1.example.com' }

/** What no section of the tutorial asks: paths and methods on the edge. */
const EDGES = [
  ['GET', '/cities/new%20york'],
  ['GET', '/cities/a%2Fb'],
  ['GET', '/cities/%E0%A4%A'],
  ['GET', '/cities'],
  ['GET', '/cities/'],
  ['GET', '/cities/seattle/'],
  ['GET', '/cities/seattle/population/of/1920'],
  ['GET', '/nowhere/at/all'],
  ['GET', '//cities/seattle'],
  ['GET', '/%63ities/seattle'],
  ['HEAD', '/nowhere'],
  ['HEAD', '/large'],
  ['DELETE', '/'],
  ['PATCH', '/objects/banana'],
  ['OPTIONS', '/'],
  ['OPTIONS', '/nowhere'],
  ['OPTIONS', '/built-in'],
  ['POST', '/authenticated'],
  ['GET', '/?a=1&a=2'],
] as const

/** Credentials that are decided on both sides, with the status that both have for them. */
const CREDENTIALS = [
  [403, '/authenticated', {}],
  [403, '/authenticated', { 'x-api-key': 'another' }],
  [403, '/iam-role', {}],
  [401, '/user-pools', {}],
  [401, '/user-pools', { authorization: 'nonsense' }],
  [401, '/built-in', {}],
  [200, '/built-in', { authorization: 'allow' }],
  [403, '/built-in', { authorization: 'deny' }],
  [401, '/built-in', { authorization: 'else' }],
] as const

/** What is asked to compare two ways beside the tutorial's own requests, by a way that asks both. */
export const comparisonSection = (call: Caller, key: () => string): void => {
  test.each(EDGES)('%s %s', async (method, target) => {
    await call(method, target)
  })

  test.each(CREDENTIALS)('%i to GET %s with %j', async (status, target, headers) => {
    for (const origin of [{}, ORIGIN])
      for (const method of ['GET', 'HEAD'])
        expect(await call(method, target, { headers: { ...headers, ...origin } })).toMatchObject({ status })
  })

  test('200 to GET /authenticated with the key', async () => {
    const headers = { ...ORIGIN, 'x-api-key': key() }
    expect(await call('GET', '/authenticated', { headers })).toMatchObject({
      status: 200,
      text: '{"secure":true}',
    })
  })
}
