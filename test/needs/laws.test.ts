import { calix, get, post, prefix, provide, type Routes, route, routes, UnauthorizedError, use } from 'calix'
import { client } from 'calix/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import { expect, test } from 'vitest'

/** What a provider of these tests does: it gives something, having looked at what it is given, or ends the request. */
interface Deed {
  readonly way: 'now' | 'later' | 'fail' | 'throw'
  readonly name: string
  readonly value: number
}

const steps: Array<string> = []

const providerOf = ({ name, value, way }: Deed) =>
  provide((_request, needs: unknown): unknown => {
    steps.push(`${name} of ${JSON.stringify(needs)}`)
    if (way === 'throw') throw new RangeError(name)
    if (way === 'fail') return E.left(new UnauthorizedError(name))
    return way === 'later' ? Promise.resolve({ [name]: value }) : { [name]: value }
  })

type P = ReturnType<typeof providerOf>

const deeds = new WeakMap<P, Deed>()

const deed: fc.Arbitrary<Deed> = fc.record({
  way: fc.constantFrom('now', 'now', 'now', 'later', 'later', 'fail', 'throw'),
  name: fc.constantFrom('a', 'b', 'c', 'd'),
  value: fc.nat(9),
})

/** Some providers, of which one may stand at several places. */
const all = fc
  .array(deed, { minLength: 1, maxLength: 4 })
  .map((each) =>
    each.map((one) => {
      const provider = providerOf(one)
      deeds.set(provider, one)
      return provider
    }),
  )
  .chain((made) => fc.array(fc.constantFrom(...made), { maxLength: 6 }))

const handler = (_request: unknown, needs: unknown) => {
  steps.push(`handler of ${JSON.stringify(needs)}`)
  return Object.assign({}, needs)
}

const one: Routes = route(get('/'), handler)
const other: Routes = route(post('/other'), handler)
const both = routes(one, other)

const around =
  (providers: ReadonlyArray<P>) =>
  (self: Routes): Routes =>
    use(...providers)(self)

/** What ran and what was answered. */
const observe = async (all: Routes, base = '') => {
  const api = client(calix({ log: () => {} }, all))
  const seen: Array<{
    readonly status: number
    readonly text: string
    readonly steps: ReadonlyArray<string>
  }> = []
  for (const [method, path] of [
    ['GET', '/'],
    ['POST', '/other'],
    ['GET', '/none'],
  ] as const) {
    steps.length = 0
    const { status, text } = await api.request(method, base + path)
    seen.push({ status, text, steps: [...steps] })
  }
  return seen
}

const holds = (property: (a: ReadonlyArray<P>, b: ReadonlyArray<P>) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(all, fc.nat(6), (providers, at) =>
      property(providers.slice(0, at), providers.slice(at)),
    ),
    { numRuns: 200 },
  )

test('use(provide(a), provide(b)) is use(provide(a)) and then use(provide(b))', () =>
  holds(async (a, b) => {
    const [together, apart] = [around([...a, ...b])(both), around(b)(around(a)(both))]
    expect(together.list).toEqual(apart.list)
    expect(await observe(together)).toEqual(await observe(apart))
  }))

test('it distributes over concatenation', () =>
  holds(async (a) => {
    const [whole, parts] = [around(a)(both), routes(around(a)(one), around(a)(other))]
    expect(whole.list).toEqual(parts.list)
    expect(await observe(whole)).toEqual(await observe(parts))
    expect(around(a)(routes()).list).toEqual([])
  }))

test('it is the same inside a prefix as around it', () =>
  holds(async (a) => {
    const [inside, outside]: ReadonlyArray<Routes> = [
      prefix('/v1')(around(a)(both)),
      around(a)(prefix('/v1')(both)),
    ]
    expect(await observe(inside ?? both, '/v1')).toEqual(await observe(outside ?? both, '/v1'))
  }))

test('it does not matter on which side of middleware it stands', () =>
  holds(async (a) => {
    const looking = { before: () => void steps.push('before'), after: () => void steps.push('after') }
    const [inside, outside] = [use(looking)(around(a)(both)), around(a)(use(looking)(both))]
    expect(await observe(inside)).toEqual(await observe(outside))
  }))

/** What is to run, by the rule as a person would put it: from the outside in, each with what is given there so far. */
const expected = (innermostFirst: ReadonlyArray<P>): ReadonlyArray<string> => {
  const ran = new Set<P>()
  const wanted: Array<string> = []
  let given = {}
  for (const provider of innermostFirst.toReversed()) {
    const deed = deeds.get(provider)
    if (deed === undefined) continue
    const { name, value, way } = deed
    if (!ran.has(provider)) wanted.push(`${name} of ${JSON.stringify(given)}`)
    ran.add(provider)
    if (way === 'fail' || way === 'throw') return wanted
    given = { ...given, [name]: value }
  }
  return [...wanted, `handler of ${JSON.stringify(given)}`]
}

test('each runs once at most, the outermost first, and is given what those outside it gave', () =>
  holds(async (a, b) => {
    const providers = [...a, ...b]
    const [first] = await observe(around(providers)(both))
    expect(first?.steps).toEqual(expected(providers))
  }))

test('what wraps is frozen, and what is wrapped stays as it is', () => {
  const before = [...both.list]
  const wrapped = use(provide(() => ({ a: 1 })))(both)
  expect(both.list).toEqual(before)
  expect(both.list.every(({ providers = [] }) => providers.length === 0)).toBe(true)
  for (const value of [wrapped, wrapped.list, ...wrapped.list]) expect(Object.isFrozen(value)).toBe(true)
})
