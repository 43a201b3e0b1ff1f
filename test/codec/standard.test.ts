import { type } from 'arktype'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import {
  boolean,
  date,
  describe as described,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  standard,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'
import type { Decoded, Encoded, StandardSchema } from '../../src/codec.ts'

const validate = (schema: StandardSchema, value: unknown): unknown => schema['~standard'].validate(value)

describe('a codec as a Standard Schema', () => {
  const Order = standard(
    t.intersection([
      t.type({ id: uuid, lines: t.array(t.strict({ sku: t.string, count: t.union([t.Int, t.null]) })) }),
      t.partial({
        note: t.string,
        by: t.union([t.type({ kind: t.literal('user'), id: t.number }), t.type({ kind: t.literal('job') })]),
      }),
    ]),
  )

  it('says its version and vendor, and stays the codec that it was', () => {
    expect(Order['~standard']).toMatchObject({ version: 1, vendor: 'calix' })
    expect(Order._tag).toBe('IntersectionType')
    expect(t.type({ order: Order }).is({ order: 1 })).toBe(false)
  })

  it('says where a value is wrong, without the steps of unions and intersections, and without the value', () => {
    const secret = 'hunter2'
    const value = {
      id: secret,
      lines: [{ sku: 1, count: secret }, secret],
      note: 2,
      by: { kind: 'user', id: secret },
    }
    const said = validate(Order, value)
    expect(said).toEqual({
      issues: [
        { message: 'expected uuid', path: ['id'] },
        { message: 'expected string', path: ['lines', 0, 'sku'] },
        { message: 'expected integer or null', path: ['lines', 0, 'count'] },
        { message: 'expected object', path: ['lines', 1] },
        { message: 'expected string', path: ['note'] },
        { message: 'expected number', path: ['by', 'id'] },
      ],
    })
    expect(JSON.stringify(said)).not.toContain(secret)
  })

  it('may be limited while it is being defined, whatever its name', () => {
    const Trees: t.Type<ReadonlyArray<unknown>, ReadonlyArray<unknown>> = t.recursion(
      'Trees<string>',
      (self) => t.readonlyArray<t.Mixed>(limited(self, { maxItems: 2 })),
    )
    expect(validate(standard(Trees), [[], [1]])).toEqual({
      issues: [{ message: 'expected Trees<string> of at most 2 items', path: [1, 0] }],
    })
  })

  it('says the same once', () => {
    const both = standard(t.intersection([t.type({ a: t.string }), t.type({ a: t.string })]))
    expect(validate(both, {})).toEqual({ issues: [{ message: 'expected string', path: ['a'] }] })
  })

  it('does not repeat a value that a codec has put into its message', () => {
    const Loud = new t.Type<string>(
      'Loud',
      t.string.is,
      (value, context) => t.failure(value, context, `'${value}' is wrong`),
      t.identity,
    )
    expect(validate(standard(Loud), 'hunter2')).toEqual({ issues: [{ message: 'expected Loud', path: [] }] })
  })

  it('counts paths through recursion, refinements and records', () => {
    interface Tree {
      readonly value: number
      readonly kids: ReadonlyArray<Tree>
    }
    const Tree: t.Type<Tree> = t.recursion('Tree', (self) =>
      t.exact(t.intersection([t.type({ value: t.number }), t.type({ kids: t.readonlyArray(self) })])),
    )
    const forest = standard(t.record(t.string, Tree))
    expect(validate(forest, { oak: { value: 1, kids: [{ value: 'x', kids: [] }] } })).toEqual({
      issues: [{ message: 'expected number', path: ['oak', 'kids', 0, 'value'] }],
    })
    const some = standard(limited(t.union([t.array(t.string), t.null]), { minItems: 1 }))
    expect(validate(some, [1])).toEqual({
      issues: [{ message: 'expected string', path: [0] }],
    })
  })
})

describe('the types', () => {
  it('of codecs are what handlers and clients see', () => {
    const query = t.type({
      page: withDefault(limited(integer, { minimum: 1 }), 1),
      order: withDefault(oneOf('asc', 'desc'), 'asc'),
      since: optional(date),
      id: list(uuid),
      tags: list(t.string, { separator: ',' }),
      all: boolean,
    })
    expectTypeOf<Decoded<typeof query>>().toEqualTypeOf<{
      page: number
      order: 'asc' | 'desc'
      since: Date | undefined
      id: ReadonlyArray<string>
      tags: ReadonlyArray<string>
      all: boolean
    }>()
    expectTypeOf<Encoded<typeof query>>().toEqualTypeOf<{
      page: number | string | undefined
      order: 'asc' | 'desc' | undefined
      since: Date | string | undefined
      id: ReadonlyArray<string> | undefined
      tags: string | undefined
      all: boolean | string
    }>()
  })

  it('of a Standard Schema are those of its codec', () => {
    const schema = standard(t.type({ at: date }))
    expectTypeOf<NonNullable<(typeof schema)['~standard']['types']>['input']>().toEqualTypeOf<{
      at: Date | string
    }>()
    expectTypeOf<NonNullable<(typeof schema)['~standard']['types']>['output']>().toEqualTypeOf<{ at: Date }>()
    expectTypeOf(integer).toExtend<StandardSchema<number | string, number>>()
  })

  it('of what is described stay', () => {
    const User = t.type({ name: t.string })
    expectTypeOf(described(User, { title: 'A user' })).toEqualTypeOf<typeof User>()
    const schema = z.object({ name: z.string() })
    expectTypeOf(described(schema, { title: 'A user' })).toEqualTypeOf<typeof schema>()
  })

  it('refuse what makes no sense', () => {
    // @ts-expect-error a date has no limits
    limited(date, { minimum: 1 })
    // @ts-expect-error a text has no minimum
    limited(t.string, { minimum: 1 })
    // @ts-expect-error no such word
    withDefault(oneOf('asc', 'desc'), 'asc' as string)
    // @ts-expect-error nothing to choose from
    oneOf()
    expect(() => withDefault(number, Number.NaN)).toThrow(TypeError)
  })
})

describe('a Standard Schema that is described', () => {
  it.each([
    ['zod', z.object({ a: z.string() })],
    ['valibot', v.object({ a: v.string() })],
    ['arktype', type({ a: 'string' })],
  ])('of %s works as before', (_, schema: StandardSchema) => {
    const same = described(schema, { name: 'A' })
    expect(validate(same, { a: 'x' })).toEqual(validate(schema, { a: 'x' }))
    expect(validate(same, { a: 1 })).toHaveProperty('issues.0.message')
    expect(Reflect.ownKeys(same)).toEqual(Reflect.ownKeys(schema))
  })

  it('keeps the methods and the calls of its library', () => {
    expect(described(z.string(), { title: 'A' }).optional().parse(undefined)).toBeUndefined()
    expect(described(type('string'), { title: 'A' })('x')).toBe('x')
    expect(v.parse(described(v.string(), { title: 'A' }), 'x')).toBe('x')
    expect(z.array(described(z.string(), { title: 'A' })).parse(['x'])).toEqual(['x'])
  })
})
