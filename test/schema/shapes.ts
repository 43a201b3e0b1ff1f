import fc from 'fast-check'
import * as t from 'io-ts'
import {
  boolean,
  date,
  describe,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'

/** A codec with JSON values that it takes, mostly. */
export interface Sample {
  readonly codec: t.Mixed
  readonly values: fc.Arbitrary<unknown>
}

const of = (codec: t.Mixed, values: fc.Arbitrary<unknown>): Sample => ({ codec, values })

const DAYS = {
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
}

/** A text near those of RFC 3339: of its signs, with one of them replaced at times. */
const moment: fc.Arbitrary<string> = fc
  .tuple(
    fc.date(DAYS),
    fc.constantFrom('Z', 'z', '+01:30', '-23:59', '+24:00', ''),
    fc.constantFrom(10, 19, 23),
    fc.option(fc.tuple(fc.nat(24), fc.constantFrom(...'0123456789TZ:.+-')), { freq: 2 }),
  )
  .map(([day, zone, end, typo]) => {
    const text = day.toISOString().slice(0, end) + (end === 10 ? '' : zone)
    if (typo === null) return text
    return `${text.slice(0, typo[0])}${typo[1]}${text.slice(typo[0] + 1)}`
  })

const digits = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, min: -1e200, max: 1e200 }).map(String),
  fc.constantFrom('0', '-0', '01', '+1', '1.', '.5', '1e5', '1E+5', '0x1', ' 1', '1 ', '', '1e', '--1', '١'),
)

const NAMED = describe(t.type({ at: date, size: withDefault(t.number, 1) }), { name: 'Named' })

interface Tree {
  readonly value: string | number
  readonly left?: Tree | null
  readonly kids: ReadonlyArray<Tree>
}
const Tree: t.Type<Tree> = t.recursion('Tree', (self) =>
  t.intersection([
    t.type({ value: t.union([t.string, t.number]), kids: t.readonlyArray(self) }),
    t.partial({ left: t.union([self, t.null]) }),
  ]),
)
const { tree } = fc.letrec((tie) => {
  const leaf = fc.record({ value: fc.oneof(fc.string(), fc.integer()), kids: fc.constant([]) })
  const node = fc.record(
    {
      value: fc.oneof(fc.string(), fc.integer()),
      kids: fc.array(tie('tree'), { maxLength: 2 }),
      left: fc.option(tie('tree')),
    },
    { requiredKeys: ['value', 'kids'] },
  )
  return { tree: fc.oneof({ maxDepth: 2 }, leaf, node) }
})

const Natural = describe(
  t.refinement(t.number, (value) => value >= 0, 'Natural'),
  { schema: { type: 'number', minimum: 0 } },
)

/** What has no codec in it. */
const LEAVES: ReadonlyArray<Sample> = [
  of(t.string, fc.string()),
  of(t.number, fc.double({ noNaN: true, noDefaultInfinity: true })),
  of(t.boolean, fc.boolean()),
  of(t.null, fc.constant(null)),
  of(t.undefined, fc.jsonValue()),
  of(t.unknown, fc.jsonValue()),
  of(t.any, fc.jsonValue()),
  of(t.Int, fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  of(t.Integer, fc.integer()),
  of(t.UnknownArray, fc.array(fc.jsonValue())),
  of(t.UnknownRecord, fc.dictionary(fc.string(), fc.jsonValue())),
  of(t.literal('a'), fc.constantFrom('a', 'b')),
  of(t.literal(1), fc.constantFrom(1, '1', true)),
  of(t.literal(true), fc.constantFrom(true, 1, 'true')),
  of(t.keyof({ a: null, b: null, toString: null }), fc.constantFrom('a', 'b', 'c', 'toString', 'valueOf')),
  of(t.union([t.literal('a'), t.literal('b'), t.null]), fc.constantFrom('a', 'b', 'c', null)),
  of(uuid, fc.uuid()),
  of(date, moment),
  of(
    integer,
    digits.filter((text) => text.length < 16),
  ),
  of(number, digits),
  of(boolean, fc.constantFrom('true', 'false', 'yes', true)),
  of(oneOf('asc', 'desc'), fc.constantFrom('asc', 'desc', 'up')),
  of(limited(t.number, { minimum: -2, exclusiveMaximum: 5 }), fc.integer({ min: -4, max: 6 })),
  of(limited(t.string, { minLength: 1, maxLength: 2 }), fc.string({ maxLength: 3, unit: 'grapheme' })),
  of(
    limited(t.string, { pattern: /^\p{L}+$/u }),
    fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'é', '1') }),
  ),
  of(
    limited(limited(t.string, { pattern: /a/ }), { pattern: /b/, maxLength: 3 }),
    fc.constantFrom('ab', 'a', 'ba', 'abab'),
  ),
  of(NAMED, fc.record({ at: moment, size: fc.integer() }, { requiredKeys: ['at'] })),
  of(Tree, tree),
  of(Natural, fc.integer()),
  of(t.record(t.string, t.any), fc.oneof(fc.array(fc.nat()), fc.dictionary(fc.string(), fc.nat()))),
]

const NAMES = ['a', 'b', 'c', 'id', 'x-y', '']

const props = (samples: ReadonlyArray<Sample>, offset = 0): { readonly [name: string]: t.Mixed } =>
  Object.fromEntries(samples.map(({ codec }, index) => [NAMES[index + offset] ?? '', codec]))

const fields = (samples: ReadonlyArray<Sample>, offset = 0): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(samples.map(({ values }, index) => [NAMES[index + offset] ?? '', values])), {
    requiredKeys: [],
  })

/** What a valid value has in common with a default. */
const anyOfThem = (samples: ReadonlyArray<Sample>): fc.Arbitrary<unknown> =>
  fc.oneof(...samples.map(({ values }) => values))

type Combine = (one: Sample, two: Sample, three: Sample) => Sample

/** Each way to make a codec of others. */
const COMBINATORS: ReadonlyArray<Combine> = [
  (one) => of(t.array(one.codec), fc.array(one.values, { maxLength: 3 })),
  (one) => of(t.readonlyArray(one.codec), fc.array(one.values, { maxLength: 3 })),
  (...all) => of(t.type(props(all)), fields(all)),
  (...all) => of(t.partial(props(all)), fields(all)),
  (...all) => of(t.strict(props(all)), fields(all)),
  (...all) => of(t.readonly(t.exact(t.partial(props(all)))), fields(all)),
  (one, two, three) =>
    of(
      t.intersection([t.type(props([one, two])), t.partial(props([three], 2))]),
      fc.tuple(fields([one, two]), fields([three], 2)).map(([a, b]) => ({ ...a, ...b })),
    ),
  (one, two, three) =>
    of(
      t.exact(t.intersection([t.readonly(t.type(props([one]))), t.type(props([one, two, three]))])),
      fields([one, two, three]),
    ),
  (...all) => of(t.union([all[0].codec, all[1].codec, all[2].codec]), anyOfThem(all)),
  (one, two) =>
    of(
      t.union([
        t.type({ kind: t.literal('one'), value: one.codec }),
        t.strict({ kind: t.literal('two'), value: two.codec }),
      ]),
      fc.record({ kind: fc.constantFrom('one', 'two', 'three'), value: anyOfThem([one, two]) }),
    ),
  (...all) =>
    of(
      t.tuple([all[0].codec, all[1].codec, all[2].codec]),
      fc
        .tuple(...all.map(({ values }) => values), fc.nat(4))
        .map((values) => values.slice(0, Number(values.at(-1)))),
    ),
  (one) => of(t.record(t.string, one.codec), fc.dictionary(fc.string(), one.values, { maxKeys: 3 })),
  (one) =>
    of(
      t.record(t.union([t.keyof({ a: null, b: null }), t.literal('c')]), one.codec),
      fields([one, one, one]),
    ),
  (one) =>
    of(t.record(oneOf('a', 'b'), one.codec), fc.dictionary(fc.constantFrom('a', 'b', 'c'), one.values)),
  (one) =>
    of(
      t.record(limited(t.string, { pattern: /^x/ }), one.codec),
      fc.dictionary(fc.constantFrom('x', 'xy', 'y'), one.values),
    ),
  (one) => of(t.record(uuid, one.codec), fc.dictionary(fc.oneof(fc.uuid(), fc.string()), one.values)),
  (one) => of(optional(one.codec), one.values),
  (one) => of(describe(one.codec, { title: 'A title', deprecated: true }), one.values),
  (one) =>
    of(limited(t.array(one.codec), { minItems: 1, maxItems: 2 }), fc.array(one.values, { maxLength: 3 })),
  () => of(list(oneOf('a', 'b')), fc.oneof(fc.constantFrom('a', 'c'), fc.array(fc.constantFrom('a', 'b')))),
  () =>
    of(
      limited(list(oneOf('a', 'b')), { minItems: 2 }),
      fc.oneof(fc.constant('a'), fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 })),
    ),
  () => of(withDefault(oneOf('a', 'b'), 'a'), fc.constantFrom('a', 'b', 'c')),
]

/** Arbitrary codecs, and values that they take mostly. */
export const samples: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(...LEAVES),
    fc
      .tuple(fc.constantFrom(...COMBINATORS), tie('sample'), tie('sample'), tie('sample'))
      .map(([combine, one, two, three]) => combine(one, two, three)),
  ),
})).sample

/** A value with something in it replaced, added or left out. */
export const mutated = (value: unknown): fc.Arbitrary<unknown> => {
  const other = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(null, 0, 1.5, '', [], {}))
  if (Array.isArray(value))
    return fc.oneof(
      other,
      other.map((each) => [...value, each]),
      ...value.map((each, index) => mutated(each).map((changed) => value.with(index, changed))),
      ...value.map((_, index) => fc.constant(value.toSpliced(index, 1))),
    )
  if (typeof value !== 'object' || value === null) return other
  const entries = Object.entries(value)
  return fc.oneof(
    other,
    other.map((each) => ({ ...value, more: each })),
    ...entries.map(([name, each]) => mutated(each).map((changed) => ({ ...value, [name]: changed }))),
    ...entries.map(([name]) => fc.constant(Object.fromEntries(entries.filter(([key]) => key !== name)))),
  )
}
