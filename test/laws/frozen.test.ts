import { calix, get, methods, monoid, type Path, prefix, type Routes, route, routes, use } from 'calix'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { routeOf, table } from './table.ts'

const layer = { before: () => undefined }

/** A copy that shares nothing mutable with the routes, to compare them with later. */
const copyOf = ({ list }: Routes) =>
  list.map((each) => ({ ...each, methods: [...each.methods], middleware: [...each.middleware] }))

const groupOf = (all: ReadonlyArray<Routes>): Routes => all.reduce(monoid.concat, monoid.empty)

const someRoutes = table(6).map((rows) => groupOf(rows.map(routeOf)))

/** Everything that makes routes of routes. */
const OPERATIONS: ReadonlyArray<(self: Routes) => Routes> = [
  (self) => routes(self),
  (self) => routes(self, routes()),
  (self) => monoid.concat(monoid.empty, self),
  prefix('/'),
  prefix('/v1/:version'),
  use(),
  use(layer),
  use(layer, layer),
]

const isFrozenThrough = ({ list }: Routes): boolean =>
  Object.isFrozen(list) &&
  list.every(
    (each) => Object.isFrozen(each) && Object.isFrozen(each.methods) && Object.isFrozen(each.middleware),
  )

test('what routes are made of stays as it was', () =>
  fc.assert(
    fc.property(
      someRoutes,
      fc.array(fc.constantFrom(...OPERATIONS), { maxLength: 4 }),
      (given, operations) => {
        const before = copyOf(given)
        for (const operation of operations) {
          operation(given)
          expect(given.list).toEqual(before)
        }
      },
    ),
    { numRuns: 200 },
  ))

test('routes are frozen through and through, however they were made', () =>
  fc.assert(
    fc.property(someRoutes, fc.constantFrom(...OPERATIONS), (given, operation) => {
      expect(isFrozenThrough(given)).toBe(true)
      expect(Object.isFrozen(operation(given))).toBe(true)
      expect(isFrozenThrough(operation(given))).toBe(true)
    }),
    { numRuns: 200 },
  ))

test('an app is frozen, its middleware too, and use makes another', () => {
  const app = calix(
    { name: 'one' },
    route(get('/'), () => 1),
  )
  const wrapped = use(layer)(app)
  for (const each of [app, wrapped]) {
    expect(Object.isFrozen(each)).toBe(true)
    expect(Object.isFrozen(each.options)).toBe(true)
    expect(Object.isFrozen(each.middleware)).toBe(true)
    expect(isFrozenThrough(each.routes)).toBe(true)
  }
  expect(app.middleware).toEqual([])
  expect(wrapped.middleware).toEqual([layer])
})

test('an endpoint does not change with the list and the contract that it was made of', () => {
  const list: Array<'GET' | 'PUT'> = ['GET']
  const accepts = ['application/json']
  const endpoint = methods(list, '/a' satisfies Path, { accepts })
  list.push('PUT')
  accepts.push('text/html')
  expect(endpoint.methods).toEqual(['GET'])
  expect(endpoint.contract).toEqual({ accepts: ['application/json'] })
})
