import * as fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import * as z from 'zod'
import { date, optional } from '../../src/codec/index.ts'
import type { StandardSchema } from '../../src/codec.ts'
import type { Returns } from '../../src/contract.ts'
import { answerCheck } from '../../src/decode/answer.ts'

const WHERE = 'GET /users/:id'
const check = (returns: Returns, strip = false) => {
  const made = answerCheck(returns, strip, WHERE)
  if (made === undefined) throw new Error('nothing is declared')
  return made
}
const refused = (list: string, status = 200): string =>
  [
    `${WHERE} answered ${status}, but not what 'returns' declares:`,
    ...list.split('; '),
    "Answer what is declared, or declare in 'returns' what is answered.",
  ].join('\n  ')

const User = t.type({ name: t.string, born: optional(date) })

describe('an answer', () => {
  it('is left alone where nothing is declared', () => {
    expect(answerCheck(undefined, true, WHERE)).toBeUndefined()
  })

  it('is sent as its codec encodes it', () => {
    const born = new Date(0)
    expect(check(User)(200, { name: 'Ada', born }, true)).toEqual({ name: 'Ada', born: born.toISOString() })
    expect(check(User)(200, { name: 'Ada', born }, false)).toEqual({ name: 'Ada', born: born.toISOString() })
  })

  it.each<readonly [string, t.Mixed, unknown, string]>([
    ['a field', User, { name: 1, born: undefined }, 'body.name: expected string, got number'],
    ['a field that is missing', t.type({ a: t.undefined }), {}, 'body: expected object, got another object'],
    ['another kind', User, 'x', 'body: expected object, got string'],
    [
      'an item',
      t.array(User),
      [
        { name: 'a', born: undefined },
        { name: 'b', born: 'x' },
      ],
      'body[1].born: expected date, got string',
    ],
    [
      'several',
      t.intersection([t.type({ a: t.string }), t.partial({ b: t.record(t.string, t.number) })]),
      { a: 1, b: { c: 'x' } },
      'body.a: expected string, got number; body.b.c: expected number, got string',
    ],
    ['none of a union', t.union([t.string, t.null]), 1, 'body: expected string or null, got number'],
    ['a tuple', t.tuple([t.number, t.string]), [1, 2], 'body[1]: expected string, got number'],
    ['what is strict', t.strict({ a: t.Int }), { a: 1.5 }, 'body.a: expected integer, got number'],
  ])('that differs in %s is an error that says where, when it is looked at', (_, codec, body, list) => {
    expect(() => check(codec)(200, body, true)).toThrow(refused(list))
  })

  it('is not looked at when that is not asked for', () => {
    const body = { name: 1 }
    expect(check(t.type({ name: t.string }))(200, body, false)).toBe(body)
    expect(check(z.object({ name: z.string() }))(200, body, false)).toBe(body)
    expect(check({ 201: t.string })(200, body, false)).toBe(body)
  })

  it('of another status than 200–299 is nothing to a lone codec', () => {
    for (const status of [199, 300, 302, 404]) expect(check(User)(status, 'x', true)).toBe('x')
    for (const status of [200, 201, 299]) expect(() => check(User)(status, 'x', true)).toThrow('answered')
  })

  it('has the codec of its status', () => {
    const made = check({ 200: t.string, 201: User, 204: t.undefined })
    expect(made(200, 'x', true)).toBe('x')
    expect(made(201, { name: 'a', born: undefined }, true)).toEqual({ name: 'a', born: undefined })
    expect(made(204, null, true)).toBeUndefined()
    expect(made(204, undefined, true)).toBeUndefined()
    expect(() => made(201, 'x', true)).toThrow(refused('body: expected object, got string', 201))
    expect(() => made(202, 'x', true)).toThrow(
      [
        `${WHERE} answered 202, for which 'returns' has no codec:`,
        'it has one for 200, 201, 204.',
        'Answer one of these, or declare 202 there.',
      ].join('\n  '),
    )
  })

  it('is checked by a Standard Schema as it is, now or later', async () => {
    const coerced = z.object({ n: z.coerce.number() })
    expect(check(coerced)(200, { n: '1', more: 1 }, true)).toEqual({ n: '1', more: 1 })
    expect(() => check(z.object({ n: z.number() }))(200, { n: 'x' }, true)).toThrow(
      refused('body.n: expected number, got string'),
    )
    const later = check(z.string().refine(async (text) => text === 'ok', 'is not ok'))
    expect(await later(200, 'ok', true)).toBe('ok')
    await expect(later(200, 'no', true)).rejects.toThrow(refused('body: is not ok'))
  })

  it('does not show a value in its error', () => {
    expect(() => check(t.type({ pin: t.number }))(200, { pin: 'hunter2' }, true)).toThrow(
      /^(?![\s\S]*hunter2)[\s\S]*expected number, got string\n/,
    )
  })

  it('is declared with codecs alone', () => {
    const wrong = { 200: 'string' } as unknown as Returns
    expect(() => answerCheck(wrong, false, WHERE)).toThrow(TypeError)
  })
})

describe('an answer that is stripped', () => {
  interface Tree {
    readonly name: string
    readonly children: ReadonlyArray<Tree>
  }
  const Tree: t.Type<Tree> = t.recursion('Tree', () =>
    t.type({ name: t.string, children: t.readonlyArray(Tree) }),
  )
  class Row {
    readonly #all: object
    constructor(all: object) {
      this.#all = all
    }
    get name(): string {
      return 'Ada'
    }
    toJSON(): object {
      return this.#all
    }
  }
  const Named = t.type({ name: t.string })
  it.each<readonly [string, t.Mixed, unknown, unknown]>([
    ['a record', Named, { name: 'a', hash: 'x' }, { name: 'a' }],
    ['the record in a record', t.type({ a: Named }), { a: { name: 'a', b: 1 }, c: 1 }, { a: { name: 'a' } }],
    ['a list', t.array(Named), [{ name: 'a', b: 1 }], [{ name: 'a' }]],
    ['a read-only list', t.readonlyArray(Named), [{ name: 'a', b: 1 }], [{ name: 'a' }]],
    ['a tuple', t.tuple([t.string, Named]), ['x', { name: 'a', b: 1 }], ['x', { name: 'a' }]],
    ['what is strict', t.strict({ a: Named }), { a: { name: 'a', b: 1 }, b: 1 }, { a: { name: 'a' } }],
    [
      'an intersection',
      t.intersection([
        t.type({ a: t.type({ x: t.number }) }),
        t.partial({ a: t.type({ y: t.number }), b: t.string }),
      ]),
      { a: { x: 1, y: 2, z: 3 }, b: 'b', c: 1 },
      { a: { x: 1, y: 2 }, b: 'b' },
    ],
    ['the fitting member', t.union([Named, t.type({ id: t.number })]), { id: 1, name: 2 }, { id: 1 }],
    [
      'all that fit',
      t.union([Named, t.type({ name: t.string, id: t.number })]),
      { id: 1, name: 'a', b: 1 },
      { id: 1, name: 'a' },
    ],
    ['a map', t.record(t.string, Named), { x: { name: 'a', b: 1 } }, { x: { name: 'a' } }],
    [
      'a tree',
      Tree,
      { name: 'a', children: [{ name: 'b', children: [], c: 1 }] },
      { name: 'a', children: [{ name: 'b', children: [] }] },
    ],
    ['what is optional', t.type({ a: optional(Named) }), { a: { name: 'a', b: 1 } }, { a: { name: 'a' } }],
    ['what says itself how it is written', Named, new Row({ name: 'Ada', hash: 'x' }), { name: 'Ada' }],
    ['what is encoded', t.type({ at: date }), { at: new Date(0), b: 1 }, { at: '1970-01-01T00:00:00.000Z' }],
    [
      'nothing of what takes anything',
      t.type({ a: t.unknown, b: t.UnknownRecord }),
      { a: { x: 1 }, b: { y: 1 } },
      { a: { x: 1 }, b: { y: 1 } },
    ],
    ['a name that is special', Named, JSON.parse('{"name":"a","__proto__":{"b":1}}'), { name: 'a' }],
  ])('loses what is not declared: %s', (_, codec, body, sent) => {
    expect(check(codec, true)(200, body, true)).toEqual(sent)
    expect(JSON.parse(JSON.stringify(check(codec, true)(200, body, false)))).toEqual(
      JSON.parse(JSON.stringify(sent)),
    )
  })

  it('is what a Standard Schema left of it, with its own values', async () => {
    const zod = z.object({ n: z.coerce.number(), deep: z.array(z.object({ a: z.string() })) })
    const body = { n: '1', deep: [{ a: 'a', b: 1 }], more: 1 }
    expect(check(zod, true)(200, body, false)).toEqual({ n: '1', deep: [{ a: 'a' }] })
    expect(check(v.object({ n: v.string() }), true)(200, body, false)).toEqual({ n: '1' })
    expect(() => check(z.object({ n: z.number() }), true)(200, body, false)).toThrow('answered 200')
  })

  describe('by a schema that gives fields other names', () => {
    const renamed = z
      .object({ first_name: z.string().optional() })
      .transform(({ first_name }) => ({ firstName: first_name }))
    const inside = z.object({ id: z.number(), users: z.array(renamed) })
    const demanding = z.object({ n: z.string() }).transform(({ n }) => ({ count: Number(n) }))

    it.each<readonly [string, StandardSchema, unknown]>([
      ['some', renamed, { first_name: 'Ada', hash: 'x' }],
      ['all', renamed, { first_name: 'Ada' }],
      ['inside', inside, { id: 1, users: [{}, { first_name: 'Ada' }] }],
      ['what it then refuses', demanding, { n: '1' }],
    ])('is an error where it is looked at: %s', (_, schema, body) => {
      expect(() => check(schema, true)(200, body, true)).toThrow(
        [
          `${WHERE} answered 200, but without the fields that 'returns' seems not to declare that is another answer:`,
          'its schema gives fields other names, so nobody can tell which it declares.',
          "Leave 'strip' out, or write 'returns' without what renames them.",
        ].join('\n  '),
      )
    })

    it('is one as well where that takes its time', async () => {
      const later = renamed.refine(async () => true)
      await expect(check(later, true)(200, { first_name: 'Ada' }, true)).rejects.toThrow('other names')
      expect(
        await check(
          z.object({ a: z.string() }).refine(async () => true),
          true,
        )(200, { a: 'a', b: 1 }, true),
      ).toEqual({ a: 'a' })
    })

    it('is none where only values are made, or fields added', () => {
      const made = z.object({ at: z.number().default(() => Math.random()), n: z.coerce.number() })
      expect(check(made, true)(200, { n: '1', more: 1 }, true)).toEqual({ n: '1' })
      const tagged = z.object({ a: z.string() }).transform((value) => ({ ...value, at: new Date() }))
      expect(check(tagged, true)(200, { a: 'a', b: 1n }, true)).toEqual({ a: 'a' })
    })
  })

  describe('by a schema that makes something else of it', () => {
    const Named = z.object({ name: z.string() })
    const user = { name: 'Ada', hash: 'secret' }
    const doubted = (line: string): string =>
      [
        `${WHERE} answered 200, but nobody can tell which of its fields 'returns' declares:`,
        line,
        "Write 'returns' with what says its fields and only leaves others out, or leave 'strip' out.",
      ].join('\n  ')
    const aList = 'its schema makes a list of another length of it.'
    const aRecord = 'its schema makes no record of that record.'

    it.each<readonly [string, StandardSchema, unknown, string, unknown]>([
      [
        'a part of a list',
        z.object({ users: z.array(Named).transform((all) => all.slice(0, 1)) }),
        { users: [user, user], n: 1 },
        `body.users: ${aList}`,
        {},
      ],
      [
        'what fits of a list',
        z.object({ users: z.array(Named).transform((all) => all.filter(({ name }) => name !== 'Ada')) }),
        { users: [user, { ...user, name: 'Bob' }] },
        `body.users: ${aList}`,
        {},
      ],
      [
        'a text',
        z.object({ n: z.number(), user: Named.transform(({ name }) => name) }),
        { n: 1, user },
        `body.user: ${aRecord}`,
        { n: 1 },
      ],
      ['a list', z.object({ user: Named.transform((one) => [one]) }), { user }, `body.user: ${aRecord}`, {}],
      [
        'a map',
        z.object({ user: Named.transform((one) => new Map([['a', one]])) }),
        { user },
        `body.user: ${aRecord}`,
        {},
      ],
      ['items', z.array(Named.transform(({ name }) => name)), [user], `body[0]: ${aRecord}`, []],
    ])('is an error where it is looked at, and else left out: %s', (_, schema, body, line, sent) => {
      expect(() => check(schema, true)(200, body, true)).toThrow(doubted(line))
      expect(check(schema, true)(200, body, false)).toEqual(sent)
    })

    it('is an error everywhere where nothing is left to send', () => {
      const scalar = Named.transform(({ name }) => name)
      for (const isChecked of [true, false])
        expect(() => check(scalar, true)(200, user, isChecked)).toThrow(doubted(`body: ${aRecord}`))
    })

    it('is none of texts, numbers and the like, however many of them there are', () => {
      const unique = z.object({ tags: z.array(z.string()).transform((all) => [...new Set(all)]) })
      expect(check(unique, true)(200, { tags: ['a', 'a'], b: 1 }, true)).toEqual({ tags: ['a', 'a'] })
    })

    it('is none where fields are left out alone, demanded ones too', () => {
      const picked = z.object({ a: z.string(), n: z.number() }).transform(({ a }) => ({ a }))
      const open = z
        .looseObject({ a: z.string(), hash: z.string() })
        .transform(({ hash: _, ...others }) => others)
      expect(check(picked, true)(200, { a: 'a', n: 1, b: 1 }, true)).toEqual({ a: 'a' })
      expect(check(open, true)(200, { a: 'a', hash: 'x', b: 1 }, true)).toEqual({ a: 'a', b: 1 })
    })

    it('says why where what it makes is inside of itself', () => {
      const round = (value: object): object => {
        const made: Record<string, unknown> = { ...value }
        made.self = made
        return made
      }
      const schema = z.object({ a: z.string() }).transform(round)
      expect(check(schema, true)(200, { a: 'a', hash: 'x' }, true)).toEqual({ a: 'a' })
      const renamed = z.object({ a: z.string() }).transform(({ a }) => round({ b: a }))
      expect(() => check(renamed, true)(200, { a: 'a' }, true)).toThrow(/other names/)
      const body: Record<string, unknown> = { a: 'a' }
      body.more = { body }
      const loose = z.looseObject({ a: z.string(), more: z.looseObject({}) }).transform(round)
      expect(() => check(loose, true)(200, { a: 'a', more: { ...body, body } }, true)).not.toThrow(/circular/)
    })
  })

  describe('by a schema of instances of a class', () => {
    class Money {
      readonly amount = 5
      readonly currency = 'EUR'
    }
    class Shown {
      readonly hidden = 1
      toJSON(): object {
        return { shown: 1 }
      }
    }
    const price = new Money()
    const isMoney = (value: unknown): boolean => value instanceof Money
    it.each<readonly [string, StandardSchema, unknown]>([
      ['zod', z.object({ x: z.instanceof(Money) }), price],
      ['a guard of one’s own', z.object({ x: z.custom<Money>(isMoney) }), price],
      ['valibot', v.object({ x: v.instance(Money) }), price],
      ['what says itself how it is written', z.object({ x: z.instanceof(Shown) }), new Shown()],
      ['a set', z.object({ x: z.set(z.string()) }), new Set(['a'])],
      ['a map', z.object({ x: z.map(z.string(), z.number()) }), new Map([['a', 1]])],
      ['bytes', z.object({ x: z.instanceof(Uint8Array) }), new Uint8Array([1, 2])],
      ['a date', v.object({ x: v.date() }), new Date(0)],
    ])('leaves them as they are: %s', (_, schema, x) => {
      for (const isChecked of [true, false]) {
        const sent = check(schema, true)(200, { x, more: 1 }, isChecked)
        expect(Object.keys(sent as object)).toEqual(['x'])
        expect((sent as { readonly x: unknown }).x).toBe(x)
      }
    })

    it('leaves out what is not declared of an instance that is declared as a record', () => {
      const schema = z.object({ amount: z.number() })
      for (const isChecked of [true, false])
        expect(check(schema, true)(200, price, isChecked)).toEqual({ amount: 5 })
    })
  })

  test('has every declared field and no other', () => {
    // io-ts takes a field that is declared and inherited for one that is there.
    const declarable = fc.constantFrom('a', 'b', 'c', 'd')
    const name = fc.oneof(declarable, fc.constantFrom('__proto__', 'toString'))
    const value = fc.dictionary(name, fc.string(), { noNullPrototype: true })
    fc.assert(
      fc.property(fc.uniqueArray(declarable), value, (declared, body) => {
        const codec = t.partial(Object.fromEntries(declared.map((each) => [each, t.string])))
        const sent = check(codec, true)(200, body, true)
        const kept = Object.entries(body).filter(([each]) => declared.some((one) => one === each))
        expect(sent).toEqual(Object.fromEntries(kept))
        expect(Reflect.ownKeys(sent as object)).toEqual(kept.map(([each]) => each))
      }),
    )
  })
})
