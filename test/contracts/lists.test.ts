import { calix, get, route } from 'calix'
import { client } from 'calix/client'
import { integer } from 'calix/codec'
import { fetchOf, gateways } from 'calix/testing'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Case, type Log, matrix, ok } from '../wire/case.ts'
import { LAST_VALUE_ONLY } from '../wire/doors.ts'
import { invalid } from './invalid.ts'

const byIoTs = route(get('/io-ts', { query: t.type({ id: t.array(integer) }) }), ({ query }) => query.id)
const later = z.object({ id: z.array(z.coerce.number().int()).refine(async (all) => all.length < 3) })
const byZod = route(get('/zod', { query: later }), ({ query }) => query.id)

const appOf = (log: Log) => calix({ log }, byIoTs, byZod)

matrix(
  'a list in a query',
  appOf,
  ['/io-ts', '/zod'].flatMap(
    (path): ReadonlyArray<Case> => [
      { name: `${path}: one`, request: { target: `${path}?id=1` }, expected: ok([1]) },
      {
        name: `${path}: two`,
        request: { target: `${path}?id=1&id=2` },
        expected: ok([1, 2]),
        differs: [
          {
            doors: LAST_VALUE_ONLY,
            because: 'its single-value events hold the last value of a name',
            expected: ok([2]),
          },
        ],
      },
      {
        name: `${path}: a wrong one`,
        request: { target: `${path}?id=x` },
        expected: invalid(['query', ['id', 0], path === '/zod' ? 'number' : 'integer', '"x"']),
      },
      {
        name: `${path}: none`,
        request: { target: path },
        expected: invalid(['query', ['id'], 'array', 'nothing']),
      },
    ],
  ),
)

describe.each(gateways)('behind $name, the client', (gateway) => {
  const app = appOf(() => {})
  const api = client<typeof app>('https://api.example.com', { fetch: fetchOf(app, { gateway }) })

  it('sends a list of one that arrives as one', async () => {
    expect(await api.get('/io-ts', { query: { id: [7] } }).promise()).toEqual([7])
    expect(await api.get('/zod', { query: { id: ['7'] } }).promise()).toEqual([7])
  })
})
