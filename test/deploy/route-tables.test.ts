import { any, authorize, calix, custom, del, get, type Path, post, type Routes, route, routes } from 'calix'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRight } from '#fp/Either'
import { httpMethods, restMethods } from '../../deploy/gateway-method.ts'
import { router } from '../../src/match.ts'
import { outlineOf } from '../../src/outline.ts'
import { httpChoice, METHODS, restChoice } from './apps/choice.ts'

// Any few routes, of which a plan would take seconds: what a gateway would have of them, before SST makes it.

const DOORS = ['front', 'back'] as const
const DECLARE = { get, post, del, any }

interface Declared {
  readonly method: keyof typeof DECLARE
  readonly path: Path
  readonly door: (typeof DOORS)[number] | undefined
}

const segments = fc.array(fc.constantFrom('a', 'b', ':'), { maxLength: 3 })

const path = fc.tuple(segments, fc.boolean(), fc.constantFrom('p', 'q')).map(([all, hasRest, name]): Path => {
  // Names that differ from route to route, as people give them.
  const parts = all.map((each, index) => (each === ':' ? `:${name}${index}` : each))
  return `/${[...parts, ...(hasRest ? ['*rest'] : [])].join('/')}`
})

const declared: fc.Arbitrary<Declared> = fc.record({
  method: fc.constantFrom('get', 'post', 'del', 'any'),
  path,
  door: fc.constantFrom(undefined, ...DOORS),
})

const inCorner = (text: Path): Path => (text === '/' ? '/a/b' : `/a/b${text}`)

const shapeOf = ({ method, path: text }: Declared): string => `${method} ${text.replaceAll(/:\w+/g, ':')}`

const tables = fc.uniqueArray(declared, { minLength: 1, maxLength: 6, selector: shapeOf })

const door = (name: string) =>
  authorize(custom({ name, arn: `arn:aws:lambda:eu-central-1:123456789012:function:${name}` }))

const appOf = (table: ReadonlyArray<Declared>, more: number) => {
  const rest: ReadonlyArray<Routes> = Array.from({ length: more }, (_, index) => {
    const extra: Path = `/more-${index}`
    return route(get(extra), () => index)
  })
  const all: ReadonlyArray<Routes> = table.map(({ method, path: text, door: name }) => {
    const endpoint = DECLARE[method](text)
    return route(name === undefined ? endpoint : door(name)(endpoint), () => text)
  })
  return calix({ name: 'table' }, routes(...all, ...rest))
}

const words = ['a', 'b', 'zzz']
const REQUESTS = words.flatMap((one) => [
  `/${one}`,
  ...words.flatMap((two) => [
    `/${one}/${two}`,
    ...words.flatMap((three) => [`/${one}/${two}/${three}`, `/${one}/${two}/${three}/zzz`]),
  ]),
])

const GATEWAYS = { rest: restMethods, http: httpMethods } as const

/** The resources that a REST API has on the way to one, whether they have methods or not. */
const ancestorsOf = (text: string): ReadonlyArray<string> => {
  const parts = text.split('/').slice(1, -1)
  return ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)]
}

/** Every request whose guard or function is not that of the route which the app chooses. */
const differences = (
  table: ReadonlyArray<Declared>,
  gateway: keyof typeof GATEWAYS,
  isSingle: boolean,
  more = 0,
): ReadonlyArray<string> => {
  const app = appOf(table, more)
  const outline = outlineOf(app)
  const planned = GATEWAYS[gateway](outline, isSingle, 300)
  if (!isRight(planned)) return [planned.left]
  const paths = planned.right.flatMap((each) =>
    each.path === undefined ? [] : [{ ...each, path: each.path }],
  )
  const implied =
    gateway === 'rest'
      ? paths.flatMap((each) => ancestorsOf(each.path).map((above) => ({ ...each, method: '', path: above })))
      : []
  const total = new Set([...paths, ...implied].map((each) => each.path)).size
  if (total > 300) return [`${total} resources`]
  const others = planned.right.find((each) => each.path === undefined)
  const own = router(app.routes.list)
  return ['/', ...REQUESTS].flatMap((request) =>
    METHODS.flatMap((method) => {
      const found = own.match(method, request, gateway === 'rest')
      const index = found.kind === 'found' ? app.routes.list.indexOf(found.route) : -1
      const target = outline.routes[index]
      const wanted = `${target?.guard?.authorizer} ${isSingle || target === undefined ? 'api' : `${target.methods[0]} ${target.path}`}`
      const chosen =
        gateway === 'rest'
          ? restChoice([...paths, ...implied], method, request)
          : (httpChoice(paths, method, request) ?? others)
      const got = `${chosen?.guard?.authorizer} ${chosen?.function}`
      return got === wanted ? [] : [`${method} ${request}: ${got}, not ${wanted}`]
    }),
  )
}

describe.each(['rest', 'http'] as const)('gateway %s', (gateway) => {
  test.each([
    ['one function', true],
    ['a function for each route', false],
  ])('asks of every request, and calls, what the app’s own route says: %s', (_, isSingle) => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(differences(table, gateway, isSingle)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('does so past its quota, where open routes are left to what remains', () => {
    // What is guarded is in one corner, so that it can be told from what has no path of its own.
    const cornered = tables.map((table) =>
      table.map(
        (each): Declared => (each.door === undefined ? each : { ...each, path: inCorner(each.path) }),
      ),
    )
    const isTold = (table: ReadonlyArray<Declared>) => new Set(table.map(shapeOf)).size === table.length
    fc.assert(
      fc.property(cornered.filter(isTold), (table) => {
        expect(differences(table, gateway, true, 310)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})
