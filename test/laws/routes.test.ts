import { calix, get, methods, monoid, type Path, prefix, type Routes, route, routes } from 'calix'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatAll } from '#fp/Monoid'
import { answers } from './answers.ts'
import { type Asked, path, type Row, requests, routeOf, shapeOf, table } from './table.ts'

/** Three groups of routes that may stand in one app. */
const groups = fc
  .tuple(table(9), fc.nat(9), fc.nat(9))
  .map(([rows, one, other]): readonly [Routes, Routes, Routes] => {
    const [from, to] = one < other ? [one, other] : [other, one]
    return [group(rows.slice(0, from)), group(rows.slice(from, to)), group(rows.slice(to))]
  })

const group = (rows: ReadonlyArray<Row>): Routes => rows.map(routeOf).reduce(monoid.concat, monoid.empty)

/** Two values are the same when they declare the same and answer the same. */
const expectSame = async (left: Routes, right: Routes, asked: ReadonlyArray<Asked>): Promise<void> => {
  expect(left.list).toEqual(right.list)
  expect(await answers(left, asked)).toEqual(await answers(right, asked))
}

/** Runs a property over groups of routes and requests. */
const holds = (
  property: (groups: readonly [Routes, Routes, Routes], asked: ReadonlyArray<Asked>) => Promise<void>,
): Promise<void> => fc.assert(fc.asyncProperty(groups, requests, property), { numRuns: 150 })

test('routes associate', () =>
  holds(([a, b, c], asked) => expectSame(routes(routes(a, b), c), routes(a, routes(b, c)), asked)))

test('routes of many are those of two at a time', () =>
  holds(([a, b, c], asked) => expectSame(routes(a, b, c), routes(routes(a, b), c), asked)))

test('routes() is neutral on either side', () =>
  holds(async ([a, , c], asked) => {
    await expectSame(routes(routes(), a), a, asked)
    await expectSame(routes(c, routes()), c, asked)
  }))

test('routes of one is that one', () => holds(([a], asked) => expectSame(routes(a), a, asked)))

test('an app of several groups is an app of their concatenation', () =>
  holds(async ([a, b, c]) => {
    expect(calix({}, a, b, c).routes.list).toEqual(calix({}, routes(a, b, c)).routes.list)
  }))

test("fp-ts's monoid of routes is lawful, and is what routes does", () =>
  holds(async ([a, b, c], asked) => {
    const { concat, empty } = monoid
    await expectSame(concat(concat(a, b), c), concat(a, concat(b, c)), asked)
    await expectSame(concat(empty, a), a, asked)
    await expectSame(concat(a, empty), a, asked)
    await expectSame(concat(a, b), routes(a, b), asked)
    await expectSame(concatAll(monoid)([a, b, c]), routes(a, b, c), asked)
    expect(empty.list).toEqual(routes().list)
  }))

/** A path to put before others: literals and parameters, named unlike those of the tables. */
const prefixPath: fc.Arbitrary<Path> = fc
  .array(fc.constantFrom('a', 'v1', ':p', ':q'), { maxLength: 3 })
  .map(
    (segments): Path =>
      `/${segments.map((each, index) => (each.startsWith(':') ? `${each}${index}` : each)).join('/')}`,
  )

const join = (a: Path, b: Path): Path => (a === '/' ? b : b === '/' ? a : `${a}${b}`)

/** Parameters of a second prefix, so that none is named twice. */
const renamed = (path: Path): Path => path.replace(/:[pq]/g, (name) => `${name}_`) as Path

/** Requests as they reach routes behind a prefix: a parameter holds anything. */
const under = (path: Path, asked: ReadonlyArray<Asked>): ReadonlyArray<Asked> =>
  asked.map(({ method, target }) => ({
    method,
    target: join(path.replace(/:\w+/g, 'any') as Path, target as Path),
  }))

const prefixed = (
  property: (
    groups: readonly [Routes, Routes, Routes],
    a: Path,
    b: Path,
    asked: ReadonlyArray<Asked>,
  ) => Promise<void>,
): Promise<void> =>
  fc.assert(fc.asyncProperty(groups, prefixPath, prefixPath.map(renamed), requests, property), {
    numRuns: 150,
  })

test('prefix(a) of prefix(b) is prefix(a + b)', () =>
  prefixed(([all], a, b, asked) =>
    expectSame(prefix(a)(prefix(b)(all)), prefix(join(a, b))(all), under(join(a, b), asked)),
  ))

test("prefix('/') changes nothing", () => holds(([a], asked) => expectSame(prefix('/')(a), a, asked)))

test('prefix distributes over concatenation', () =>
  prefixed(async ([one, other], a, _b, asked) => {
    await expectSame(prefix(a)(routes(one, other)), routes(prefix(a)(one), prefix(a)(other)), under(a, asked))
    await expectSame(prefix(a)(routes()), routes(), under(a, asked))
  }))

test('what is behind a prefix answers what it answered without, and nothing without it', () =>
  fc.assert(
    fc.asyncProperty(table(6), requests, async (rows, asked) => {
      const all = group(rows)
      const body = (target: string, of: Routes) =>
        answers(of, [{ method: 'GET', target }]).then(([only]) => ({
          status: only?.status,
          text: only?.text,
        }))
      // Of nothing but slashes the last is ignored, and what is left may be the root: behind a prefix it is not.
      for (const { target } of asked.filter((each) => !/^\/\/+$/.test(each.target))) {
        const [bare, behind, outside] = [
          await body(target, all),
          await body(`/v1${target === '/' ? '' : target}`, prefix('/v1')(all)),
          await body(target, prefix('/v1')(all)),
        ]
        expect(outside.status).toBe(404)
        expect(behind.status).toBe(bare.status)
        if (bare.status !== 200) continue
        const { template, ...rest } = JSON.parse(bare.text ?? '')
        expect(JSON.parse(behind.text ?? '')).toEqual({ ...rest, template: join('/v1', template) })
      }
    }),
    { numRuns: 100 },
  ))

test('two routes of one method and shape are refused, and both are named', () =>
  fc.assert(
    fc.property(table(6), path, fc.constantFrom('GET', 'POST', 'ANY'), (rows, at, method) => {
      const first: Row = { name: 'first', method, path: at }
      const second: Row = { name: 'second', method, path: at.replace(/[xyz]|rest/g, 'other') as Path }
      const others = rows.filter((row) => shapeOf(row) !== shapeOf(first))
      const declare = () => calix({}, ...[first, ...others, second].map(routeOf))
      expect(declare).toThrow(TypeError)
      for (const row of [first, second]) expect(declare).toThrow(`'${method} ${row.path}'`)
    }),
    { numRuns: 150 },
  ))

test('methods of one endpoint that another route has as well are refused', () => {
  const both: Routes = route(methods(['GET', 'PUT'], '/objects/:key'), () => 1)
  const one: Routes = route(methods(['PUT'], '/objects/:name'), () => 2)
  expect(() => calix({}, both, one)).toThrow("'PUT /objects/:name'")
  expect(() => calix({}, both, one)).toThrow("'PUT /objects/:key'")
})

test('a prefix that makes two routes one is refused when the app is made', () => {
  const inside: Routes = prefix('/v1')(route(get('/a'), () => 1))
  const outside: Routes = route(get('/v1/a'), () => 2)
  expect(() => calix({}, inside, outside)).toThrow("'GET /v1/a'")
})
