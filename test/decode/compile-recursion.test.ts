import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { describe as documented, limited, list, optional, withDefault } from '../../src/codec/index.ts'
import { compile } from '../../src/decode/compile.ts'
import { decoder } from '../../src/decode/decode.ts'
import { asksAgain } from '../../src/decode/repeats.ts'

const nested = (levels: number, end: unknown): unknown => {
  let value = end
  for (let level = 0; level < levels; level += 1) value = { k: 'c', a: value }
  return value
}

/** A decoder that counts how often its leaf is looked at. */
const counting = (make: (self: t.Mixed, leaf: t.Mixed) => t.Mixed) => {
  let count = 0
  const leaf = t.refinement(t.number, (number) => {
    count += 1
    return number > 0
  })
  const self: t.Mixed = t.recursion('Self', () => make(self, leaf))
  const decode = decoder({ body: self })
  return (value: unknown): number => {
    count = 0
    expect(decode?.(() => value)).toBeDefined()
    return count
  }
}

/** How often a leaf is looked at that is so many levels down. */
const looks = (levels: number, make: (self: t.Mixed, leaf: t.Mixed) => t.Mixed, end: unknown): number =>
  counting(make)(nested(levels, end))

describe('a codec that is defined by itself', () => {
  const cases: ReadonlyArray<readonly [string, (self: t.Mixed, leaf: t.Mixed) => t.Mixed]> = [
    [
      'a union whose last member is meant',
      (self, leaf) => t.union([t.type({ a: self, b: t.string }), t.type({ a: self }), leaf]),
    ],
    [
      'a union of many',
      (self, leaf) =>
        t.union([
          t.type({ a: self, b: t.string }),
          t.strict({ a: self, c: t.string }),
          t.intersection([t.type({ a: self }), t.type({ d: t.string })]),
          t.type({ a: self }),
          leaf,
        ]),
    ],
    [
      'an intersection',
      (self, leaf) => t.union([leaf, t.intersection([t.partial({ a: self }), t.type({ a: self })])]),
    ],
    [
      'what may be missing',
      (self, leaf) =>
        t.union([
          t.type({ a: optional(self), b: t.string }),
          t.partial({ a: optional(self), c: leaf }),
          t.type({ a: optional(self) }),
          leaf,
        ]),
    ],
    [
      'unions that a field tells apart, in a union',
      (self, leaf) => {
        const b = t.union([
          t.type({ k: t.literal('b'), a: self, b: t.string }),
          t.type({ k: t.literal('c'), a: self }),
        ])
        const tagged = t.union([t.type({ k: t.literal('a'), a: self, b: t.string }), b])
        return t.union([tagged, t.type({ a: self, b: t.string }), leaf])
      },
    ],
    [
      'a union that a field tells apart, of what is defined by itself',
      (self, leaf) => {
        const one: t.Mixed = t.recursion('One', () => t.type({ k: t.literal('b'), a: self, b: t.string }))
        const other: t.Mixed = t.recursion('Other', () =>
          t.intersection([t.type({ k: t.literal('c') }), t.type({ k: t.literal('c'), a: self })]),
        )
        return t.union([t.union([one, other]), t.type({ a: self, b: t.string }), leaf])
      },
    ],
    [
      'what may be missing, and is described',
      (self, leaf) => {
        const a = documented(optional(self), { title: 'a' })
        return t.union([t.type({ a, b: t.string }), t.type({ a }), leaf])
      },
    ],
    [
      'what has a default, and is described',
      (self, leaf) => {
        const a = documented(withDefault(t.union([t.null, self]), null), { title: 'a' })
        return t.union([t.type({ a, b: t.string }), t.type({ a }), leaf])
      },
    ],
    [
      'lists of one',
      (self, leaf) => t.union([t.type({ a: list(self), b: t.string }), t.type({ a: list(self) }), leaf]),
    ],
    [
      'lists in a text, described',
      (self, leaf) => {
        const a = documented(list(self, { separator: ',' }), { title: 'a' })
        return t.union([t.type({ a, b: t.string }), t.type({ a }), leaf])
      },
    ],
    [
      'limits',
      (self, leaf) => {
        const a = limited(list(self), { maxItems: 2 })
        return t.union([t.type({ a, b: t.string }), t.type({ a }), leaf])
      },
    ],
    [
      'what fits after what does not',
      (self, leaf) => t.union([t.type({ a: self, b: t.string }), leaf, t.UnknownRecord]),
    ],
    [
      'what goes through another',
      (self, leaf) => {
        const other: t.Mixed = t.recursion('Other', () =>
          t.union([t.type({ a: self, b: t.string }), t.type({ a: other, c: t.string }), self]),
        )
        return t.union([t.type({ a: other, b: t.string }), t.type({ a: other }), leaf])
      },
    ],
    [
      'lists and maps',
      (self, leaf) => t.union([t.array(self), t.type({ a: self, b: leaf }), t.record(t.string, self), leaf]),
    ],
  ]
  it.each(cases)('is decoded with work that grows as its values do: %s', (_, make) => {
    for (const end of [1, 0]) {
      const [few, many] = [looks(6, make, end), looks(12, make, end)]
      expect({ end, many, isLinear: many <= 2 * few + 8 }).toEqual({ end, many, isLinear: true })
    }
    expect(looks(300, make, 1)).toBeLessThan(4_000)
    // What is wrong is not said of so many levels, and nothing else is asked about them.
    for (const levels of [60, 150, 300, 450, 1_000]) expect(looks(levels, make, 0)).toBeLessThan(40_000)
  })
})

describe('a value that the stack does not hold', () => {
  it('leaves the decoder as it was', () => {
    const count = counting((self, leaf) =>
      t.union([t.type({ a: self, b: t.string }), t.type({ a: self }), leaf]),
    )
    for (const levels of [1_000, 3_000, 10_000, 100_000]) for (const end of [0, 1]) count(nested(levels, end))
    expect(count(nested(16, 1))).toBeLessThan(100)
    expect(count(nested(16, 0))).toBeLessThan(100)
  })
})

const recursion = (make: (self: t.Mixed) => t.Mixed): t.Mixed => {
  const self: t.Mixed = t.recursion('Self', () => make(self))
  return self
}

describe('what is remembered', () => {
  it.each<readonly [string, boolean, t.Mixed]>([
    ['a tree', false, recursion((self) => t.type({ items: t.array(self), next: t.union([self, t.null]) }))],
    [
      'JSON',
      false,
      recursion((self) => t.union([t.null, t.string, t.array(self), t.record(t.string, self)])),
    ],
    [
      'a union that a field tells apart',
      false,
      recursion((self) =>
        t.union([t.type({ k: t.literal('a'), a: self }), t.type({ k: t.literal('b'), a: self })]),
      ),
    ],
    [
      'two records',
      true,
      recursion((self) => t.union([t.type({ a: self, b: t.string }), t.type({ a: self }), t.null])),
    ],
    [
      'two parts',
      true,
      recursion((self) => t.intersection([t.partial({ a: self }), t.partial({ a: self })])),
    ],
    ['two parts of one list', true, recursion((self) => t.union([t.array(self), t.tuple([self])]))],
    ['any after a record', true, recursion((self) => t.union([t.type({ a: self, b: t.string }), t.unknown]))],
    [
      'two records around a tree',
      true,
      recursion((self) =>
        t.type({
          a: recursion((tree) => t.union([t.type({ a: self, b: t.string }), t.type({ a: tree }), t.null])),
        }),
      ),
    ],
    [
      'what is not defined yet',
      true,
      recursion(() =>
        t.type({
          a: recursion(() => {
            throw new TypeError('not yet')
          }),
        }),
      ),
    ],
  ])('is what may be asked for twice, and nothing else: %s', (_, isAgain, codec) => {
    expect(asksAgain(codec)).toBe(isAgain)
  })

  it('is not more than a definition without an end can be asked about', () => {
    const endless = (level: number): t.Mixed =>
      t.recursion(`Level ${level}`, () => t.type({ a: t.union([t.null, endless(level + 1)]) }))
    const decode = decoder({ body: endless(0) })
    const value = { a: { a: { a: null } } }
    expect(decode?.(() => value)).toEqual({ body: value })
  })

  it('is nothing for a codec that changes an object and has it decoded again', () => {
    const Counted: t.Mixed = t.recursion('Counted', () =>
      t.union([
        t.type({ n: t.number, a: Again }),
        t.type({ n: t.number, a: Counted }),
        t.type({ n: t.number }),
      ]),
    )
    const made: Array<unknown> = []
    const Again = new t.Type<unknown>(
      'Again',
      (value): value is unknown => value !== undefined,
      (value, context) => {
        if (typeof value !== 'object' || value === null) return t.failure(value, context)
        for (const n of [1, 'x', 2]) {
          Object.assign(value, { n })
          const { body } = Object(decoder({ body: Counted })?.(() => value))
          made.push(body?.n)
        }
        return t.failure(value, context)
      },
      t.identity,
    )
    expect(compile(Counted)({ n: 1, a: { n: 0 } })).toEqual({ n: 1, a: { n: 2 } })
    expect(made.slice(0, 3)).toEqual([1, undefined, 2])
  })
})
