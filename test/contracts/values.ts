import fc from 'fast-check'
import type { Tree } from './things.ts'

/** What may be missing. */
const maybe = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(arbitrary, { nil: undefined })

/** Every text that UTF-8 can write, with what means something in URLs more often than chance. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'%/+&;=?#.:\\"\' \t\r\n\0,*~2eF@[]é☃𝒳\ufeff') }),
)

/** JSON and `String` know one zero. */
const oneZero = (value: number): number => (value === 0 ? 0 : value)

const real = fc.double({ noNaN: true, noDefaultInfinity: true }).map(oneZero)

const whole = fc.oneof(fc.integer(), fc.maxSafeInteger()).map(oneZero)

/** RFC 3339 has four digits for a year. */
const moment = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

const isSegment = (part: string): boolean => !/^\.{0,2}$/.test(part)

/** @param hasSlash whether a slash in a parameter can arrive: HTTP APIs hand paths over decoded */
export const id = (hasSlash: boolean) =>
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('cat', 'dog'),
    name: text.filter((name) => isSegment(name) && (hasSlash || !name.includes('/'))),
  })

/** @param most how many values of one name can arrive: a load balancer may hand on the last alone */
export const search = (most: number) =>
  fc.record({
    page: whole,
    size: maybe(fc.integer({ min: 1, max: 100 })),
    ratio: real,
    exact: fc.boolean(),
    order: fc.constantFrom('asc', 'desc'),
    since: maybe(moment),
    owner: fc.array(fc.uuid(), { maxLength: most }),
    label: fc.array(text, { maxLength: most }),
    days: fc.array(moment, { maxLength: 3 }),
    text,
  })

/** Visible ASCII, with spaces inside. */
const note = fc.string({ unit: 'grapheme-ascii' }).map((value) => value.trim())

export const head = fc.record({
  'x-count': whole,
  'x-until': maybe(moment),
  'x-flags': fc.array(fc.boolean(), { maxLength: 3 }),
  'x-note': note,
})

export const jar = fc.record({ visits: whole, theme: fc.constantFrom('light', 'dark') })

/** Names that could reach a prototype are refused in JSON, whatever a codec says. */
const name = fc.string({ unit: 'binary' }).filter((each) => each !== '__proto__' && each !== 'constructor')

const fields = { label: fc.string({ unit: 'binary' }), at: maybe(moment) }

const { tree } = fc.letrec<{ readonly tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ ...fields, leaves: fc.constant([]) }),
    fc.record({ ...fields, leaves: fc.array(tie('tree'), { maxLength: 2 }) }),
  ),
}))

export const drawing = fc.record({
  tree,
  shapes: fc.array(
    fc.oneof(
      fc.record({ shape: fc.constant('circle' as const), radius: real }),
      fc.record({ shape: fc.constant('square' as const), side: real, tilted: fc.boolean() }),
    ),
    { maxLength: 3 },
  ),
  either: fc.oneof(fc.string(), fc.array(whole, { maxLength: 3 }), fc.constant(null)),
  pair: fc.tuple(fc.string(), moment),
  counts: fc.dictionary(name, whole, { noNullPrototype: true, maxKeys: 3 }),
  both: fc.record({ a: fc.string(), b: moment }, { requiredKeys: ['a'] }),
  owner: fc.uuid(),
})

export const small = fc.record({ n: whole })
