import { calix, get, methods, type Path, prefix, printPath, type Routes, route, routes } from 'calix'
import { client, gateways } from 'calix/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anySegment, literal, plainSegment } from './text.ts'

/** A path as declared, and parameters for it. */
interface Filled {
  readonly path: Path
  readonly params: Readonly<Record<string, string>>
}

/** A segment of a declared path, and what fills it; a literal is filled by nothing. */
interface Part {
  readonly sign: '' | ':' | '*'
  readonly text: string
  readonly value: string
}

const literalPart = literal.map((text): Part => ({ sign: '', text, value: '' }))

const paramPart = (segment: fc.Arbitrary<string>): fc.Arbitrary<Part> =>
  segment.map((value) => ({ sign: ':', text: '', value }))

const restPart = fc
  .array(plainSegment, { minLength: 1, maxLength: 4 })
  .map((segments): Part => ({ sign: '*', text: '', value: segments.join('/') }))

/** Names that objects have from their prototype are names like any other. */
const NAMES = ['city', '__proto__', 'constructor', '_9', 'toString'] as const

const filled = (segment: fc.Arbitrary<string>): fc.Arbitrary<Filled> =>
  fc
    .tuple(
      fc.array(fc.oneof(literalPart, paramPart(segment)), { maxLength: 4 }),
      fc.option(restPart, { nil: undefined }),
    )
    .map(([inner, rest]) => {
      const parts = rest === undefined ? inner : [...inner, rest]
      const name = (index: number): string => NAMES[index] ?? `p${index}`
      const path: Path = `/${parts
        .map(({ sign, text }, index) => (sign === '' ? text : `${sign}${name(index)}`))
        .join('/')}`
      const params = Object.fromEntries(
        parts.flatMap(({ sign, value }, index) => (sign === '' ? [] : [[name(index), value]])),
      )
      return { path, params }
    })

/** The parameters that a route at this path gets when its printed path is asked for. */
const matched = async ({ path, params }: Filled, gateway: (typeof gateways)[number]) => {
  const app = calix(
    {},
    route(get(path), (request) => Object.entries(request.params)),
  )
  const { status, json } = await client(app, { gateway }).get(printPath(path, params))
  return { status, params: json }
}

// Entries, so that a parameter called `__proto__` is compared like any other.
const expected = ({ params }: Filled) => ({ status: 200, params: Object.entries(params) })

const ENCODED = ['rest', 'url', 'alb', 'alb-multi']

for (const gateway of gateways) {
  const isEncoded = ENCODED.includes(gateway.name)
  test(`a printed path matches with its own parameters (${gateway.name})`, () =>
    fc.assert(
      fc.asyncProperty(filled(isEncoded ? anySegment : plainSegment), async (given) => {
        expect(await matched(given, gateway)).toEqual(expected(given))
      }),
      { numRuns: 300 },
    ))
}

test('a printed path is one that every URL parser leaves alone', () =>
  fc.assert(
    fc.property(filled(anySegment), ({ path, params }) => {
      const printed = printPath(path, params)
      expect(new URL(printed, 'http://localhost').pathname).toBe(printed)
    }),
    { numRuns: 300 },
  ))

test('a parameter that no path can carry is refused by its name', () => {
  for (const value of ['', '.', '..'])
    expect(() => printPath('/a/:b', { b: value })).toThrow(/'b' of '\/a\/:b'/)
  for (const value of ['', '/', 'a//b', 'a/', '/a', 'a/../b', 'a/./b'])
    expect(() => printPath('/a/*rest', { rest: value })).toThrow(/'rest' of '\/a\/\*rest'/)
})

/** What can be wrong in a path, and what its author is told. */
const MISTAKES: ReadonlyArray<{ readonly segment: string; readonly told: string }> = [
  { segment: '', told: 'empty segment' },
  { segment: '..', told: "'..' is resolved" },
  { segment: '{city}', told: "write ':city'" },
  { segment: '<id>', told: "write ':id'" },
  { segment: ':1st', told: "':1st' is no parameter" },
  { segment: ':', told: "':' is no parameter" },
  { segment: 'a%20b', told: "'a%20b' has a '%'" },
  { segment: 'a?b', told: "'a?b' has a '?'" },
  { segment: '*early', told: "'*early' takes the remainder" },
  { segment: ':twice/:twice', told: "it names 'twice' twice" },
]

const someMistakes = fc.shuffledSubarray([...MISTAKES], { minLength: 1 })

test('a malformed path is refused with all of its mistakes at once', () =>
  fc.assert(
    fc.property(someMistakes, (mistakes) => {
      const path: Path = `/ok/${mistakes.map(({ segment }) => segment).join('/')}/end`
      const doors = [
        () => get(path),
        () => methods(['GET', 'PUT'], path),
        () => prefix(path)(routes()),
        () => calix({ basePath: path }),
      ]
      for (const door of doors) {
        expect(door).toThrow(TypeError)
        expect(door).toThrow(`'${path}'`)
        for (const { told } of mistakes) expect(door).toThrow(told)
      }
    }),
    { numRuns: 300 },
  ))

test('a path that does not start with a slash, or ends in one, is refused', () => {
  // The type refuses these too: this is for paths that come from elsewhere.
  expect(() => get('cities' as Path)).toThrow("Path 'cities' must start with '/'")
  expect(() => get('/cities/')).toThrow('empty segment')
})

test('a prefix that names a parameter of its routes, or ends in a rest, is refused', () => {
  const city: Routes = route(get('/:city'), () => null)
  expect(() => prefix('/states/:city')(city)).toThrow("names 'city' twice")
  expect(() => prefix('/*rest')).toThrow('takes the remainder of every path')
})
