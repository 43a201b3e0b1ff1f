import { calix, monoid } from 'calix'
import { type Client, client, restApi } from 'calix/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, type Row, request, requests, routeOf, table } from './table.ts'

/** How well a row fits a path: its parameters, and a rank in which a literal is 0, a parameter 1, a rest 2. */
interface Fit {
  readonly row: Row
  readonly rank: string
  readonly params: Readonly<Record<string, string>>
}

const segmentsOf = (path: string): ReadonlyArray<string> => {
  const inner = path.replace(/\/$/, '').slice(1)
  return inner === '' ? [] : inner.split('/')
}

/** One row against one path, segment by segment, with no thought of speed. */
const fitOf = (row: Row, target: string): Fit | undefined => {
  const [template, actual] = [segmentsOf(row.path), segmentsOf(target)]
  const params: Record<string, string> = {}
  let rank = ''
  for (const [index, segment] of template.entries()) {
    const value = actual[index]
    if (value === undefined || value === '') return undefined
    if (segment.startsWith('*')) {
      params[segment.slice(1)] = actual.slice(index).join('/')
      return { row, rank: `${rank}2`, params }
    }
    if (segment.startsWith(':')) params[segment.slice(1)] = value
    else if (segment !== value) return undefined
    rank += segment.startsWith(':') ? '1' : '0'
  }
  return template.length === actual.length ? { row, rank, params } : undefined
}

/** The methods that would do, the best first: a HEAD is answered by GET, anything by ANY. */
const methodsFor = (method: string): ReadonlyArray<string> =>
  method === 'HEAD' ? ['HEAD', 'GET', 'ANY'] : [method, 'ANY']

const allowedBy = (fits: ReadonlyArray<Fit>): ReadonlyArray<string> => {
  const each = fits.flatMap(({ row: { method } }) =>
    method === 'ANY'
      ? ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
      : method === 'GET'
        ? ['GET', 'HEAD']
        : [method],
  )
  return [...new Set([...each, 'OPTIONS'])].sort()
}

/** What should come of a request: tries every row, and takes the first of the best rank that has the method. */
const reference = (rows: ReadonlyArray<Row>, { method, target }: Asked) => {
  const fits = rows.flatMap((row) => fitOf(row, target) ?? [])
  for (const rank of [...new Set(fits.map((each) => each.rank))].sort()) {
    const equals = fits.filter((each) => each.rank === rank)
    for (const wanted of methodsFor(method)) {
      const found = equals.find((each) => each.row.method === wanted)
      if (found)
        return { status: 200, route: found.row.name, params: method === 'HEAD' ? null : found.params }
    }
  }
  if (fits.length === 0) return { status: 404 }
  return { status: method === 'OPTIONS' ? 204 : 405, allow: allowedBy(fits) }
}

const appOf = (rows: ReadonlyArray<Row>): Client =>
  client(calix({}, rows.map(routeOf).reduce(monoid.concat, monoid.empty)), { gateway: restApi })

/** What did come of it. */
const actual = async (to: Client, { method, target }: Asked) => {
  const { status, headers, text } = await to.request(method, target)
  if (status === 200)
    return { status, route: headers['x-route'], params: method === 'HEAD' ? null : JSON.parse(text).params }
  return headers.allow === undefined ? { status } : { status, allow: headers.allow.split(', ').sort() }
}

test('literal before parameter before rest, as a matcher that tries every route finds', () =>
  fc.assert(
    fc.asyncProperty(table(14), requests, async (rows, asked) => {
      const to = appOf(rows)
      for (const each of asked) expect(await actual(to, each)).toEqual(reference(rows, each))
    }),
    { numRuns: 600 },
  ))

const shuffledTable = table(10).chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
)

test('the order of declaration does not matter', () =>
  fc.assert(
    fc.asyncProperty(shuffledTable, requests, async ([rows, shuffled], asked) => {
      const [one, other] = [appOf(rows), appOf(shuffled)]
      for (const each of asked) expect(await actual(one, each)).toEqual(await actual(other, each))
    }),
    { numRuns: 250 },
  ))

test('one trailing slash makes no difference', () =>
  fc.assert(
    fc.asyncProperty(table(10), request, async (rows, { method, target }) => {
      const to = appOf(rows)
      const bare = target.replace(/\/+$/, '')
      fc.pre(bare !== '')
      expect(await actual(to, { method, target: `${bare}/` })).toEqual(
        await actual(to, { method, target: bare }),
      )
    }),
    { numRuns: 300 },
  ))

test('the reference itself tells the kinds apart', () => {
  const rows: ReadonlyArray<Row> = [
    { name: 'rest', method: 'GET', path: '/*rest' },
    { name: 'param', method: 'GET', path: '/:x/b' },
    { name: 'literal', method: 'POST', path: '/a/b' },
  ]
  expect(reference(rows, { method: 'POST', target: '/a/b' })).toMatchObject({ route: 'literal' })
  expect(reference(rows, { method: 'GET', target: '/a/b' })).toMatchObject({
    route: 'param',
    params: { x: 'a' },
  })
  expect(reference(rows, { method: 'GET', target: '/a/c' })).toMatchObject({
    route: 'rest',
    params: { rest: 'a/c' },
  })
  expect(reference(rows, { method: 'PUT', target: '/a/b' }).status).toBe(405)
  expect(reference(rows, { method: 'GET', target: '/' }).status).toBe(404)
})
