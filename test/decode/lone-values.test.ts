import { type } from 'arktype'
import * as fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import * as z from 'zod'
import {
  describe as describeCodec,
  integer,
  limited,
  list,
  oneOf,
  optional,
  withDefault,
} from '../../src/codec/index.ts'
import type { Codec, StandardSchema } from '../../src/codec.ts'
import { type DecodedParts, decoder } from '../../src/decode/decode.ts'
import { InvalidRequestError, type Part } from '../../src/issue.ts'

const decode = async (part: Part, codec: Codec, value: unknown): Promise<unknown> => {
  const made = decoder({ [part]: codec })
  const result: DecodedParts | InvalidRequestError | undefined = await made?.(() => value)
  return result instanceof InvalidRequestError ? result.issues.map(({ message }) => message) : result
}
const query = (codec: Codec, value: unknown) => decode('query', codec, value)

const later = z.object({ tag: z.array(z.string()).refine(async (tags) => !tags.includes('no'), 'has a no') })

describe('a name of a query that came once', () => {
  it.each<readonly [string, Codec]>([
    ['io-ts', t.type({ tag: t.array(t.string) })],
    ['a read-only list', t.strict({ tag: t.readonlyArray(t.string) })],
    ['what may be missing', t.partial({ tag: t.array(t.string) })],
    ['an optional list', t.type({ tag: optional(t.array(t.string)) })],
    ['a default', t.type({ tag: withDefault(t.array(t.string), []) })],
    ['a limited list', t.type({ tag: limited(t.array(t.string), { maxItems: 2 }) })],
    ['any names', t.record(t.string, t.array(t.string))],
    ['an intersection', t.intersection([t.type({ tag: t.array(t.string) }), t.partial({ page: integer })])],
    ['zod', z.object({ tag: z.array(z.string()) })],
    ['zod, strict', z.strictObject({ tag: z.array(z.string()) })],
    ['zod, later', later],
    ['valibot', v.object({ tag: v.array(v.string()) })],
    ['arktype', type({ tag: 'string[]' })],
  ])('is a list of one where a list is asked for: %s', async (_, codec) => {
    expect(await query(codec, { tag: 'a' })).toEqual({ query: { tag: ['a'] } })
    expect(await query(codec, { tag: ['a', 'b'] })).toEqual({ query: { tag: ['a', 'b'] } })
  })

  it('is a text wherever that is taken', async () => {
    const either = t.union([t.string, t.array(t.string)])
    expect(await query(t.type({ tag: either }), { tag: 'a' })).toEqual({ query: { tag: 'a' } })
    expect(await query(t.type({ tag: list(t.string), q: t.string }), { tag: 'a', q: 'b' })).toEqual({
      query: { tag: ['a'], q: 'b' },
    })
    expect(await query(z.object({ q: z.any(), tag: z.array(z.string()) }), { q: 'b', tag: 'a' })).toEqual({
      query: { q: 'b', tag: ['a'] },
    })
  })

  it('has the decoded items of its list', async () => {
    expect(await query(t.type({ id: t.array(integer) }), { id: '7' })).toEqual({ query: { id: [7] } })
    expect(await query(z.object({ id: z.array(z.coerce.number()) }), { id: '7' })).toEqual({
      query: { id: [7] },
    })
  })

  it.each<readonly [string, Codec, unknown, ReadonlyArray<string>]>([
    ['an item', t.type({ id: t.array(integer) }), { id: 'x' }, ['query.id[0]: expected integer, got "x"']],
    [
      'another name',
      t.type({ tag: t.array(t.string), page: integer }),
      { tag: 'a', page: 'x' },
      ['query.page: expected integer, got "x"'],
    ],
    [
      'a name that is missing',
      t.type({ tag: t.array(t.string), page: integer }),
      { tag: 'a' },
      ['query.page: expected integer, got nothing'],
    ],
    [
      'an item and another name',
      z.object({ id: z.array(z.coerce.number()), page: z.coerce.number(), q: z.string() }),
      { id: 'x', page: 'y' },
      [
        'query.page: expected number, got "y"',
        'query.q: expected string, got nothing',
        'query.id[0]: expected number, got "x"',
      ],
    ],
    [
      'too short a list, by zod',
      z.object({ id: z.array(z.string()).min(2) }),
      { id: 'x' },
      ['query.id: expected array of at least 2, got "x"'],
    ],
    [
      'too short a list',
      t.type({ id: limited(t.array(t.string), { minItems: 2 }) }),
      { id: 'x' },
      ['query.id: expected array of at least 2 items, got "x"'],
    ],
    ['what is no list', t.type({ page: integer }), { page: 'x' }, ['query.page: expected integer, got "x"']],
    [
      'a list that is missing',
      t.type({ tag: t.array(t.string) }),
      {},
      ['query.tag: expected array, got nothing'],
    ],
    ['what comes to light then', later, { tag: 'no' }, ['query.tag: has a no']],
    [
      'names that belong together',
      z
        .object({ a: z.array(z.string()), b: z.string() })
        .refine(({ a, b }) => a.includes(b), 'b is not in a'),
      { a: 'x', b: 'y' },
      ['query: b is not in a'],
    ],
  ])('is refused for %s, and nothing of that is lost', async (_, codec, value, messages) => {
    expect(await query(codec, value)).toEqual(messages)
  })

  const slug = new t.Type<string>(
    'slug',
    t.string.is,
    (value, context) => {
      if (typeof value !== 'string') return t.failure(value, context, 'is no text')
      return value.length > 3 ? t.failure(value, context, 'is too long') : t.success(value)
    },
    t.identity,
  )
  const own = t.array(t.string)
  const overridden = Object.assign(Object.create(Object.getPrototypeOf(own)), own, {
    validate: (value: unknown, context: t.Context) =>
      value === 'a' ? t.failure(value, context, 'is no a') : t.success([value]),
  })

  it.each<readonly [string, Codec, ReadonlyArray<string>]>([
    [
      'a word or a list',
      t.type({ q: t.union([oneOf('asc', 'desc'), t.array(t.string)]) }),
      ['query.q: expected one of "asc", "desc" or array, got "a toolong"'],
    ],
    [
      'a short text or a list',
      t.type({ q: t.union([limited(t.string, { maxLength: 3 }), t.array(t.string)]) }),
      ['query.q: expected string of at most 3 characters or array, got "a toolong"'],
    ],
    ['an object', t.type({ q: t.object }), ['query.q: expected object, got "a toolong"']],
    [
      'anything but this',
      t.type({ q: t.refinement(t.any, (each) => each !== 'a toolong', 'another') }),
      ['query.q: expected another, got "a toolong"'],
    ],
    ['a text of one’s own', t.type({ q: slug }), ['query.q: is too long']],
    ['no list of io-ts’s own', t.type({ q: overridden }), []],
    [
      'lists in a union of records without a field that tells them apart',
      t.union([t.type({ q: t.array(integer) }), t.type({ p: t.array(t.string) })]),
      ['query.q: expected array, got "a toolong"', 'query: expected object, got another object'],
    ],
    [
      'a short text or a list, by zod',
      z.object({ q: z.union([z.string().max(3), z.array(z.string())]) }),
      ['query.q: expected string of at most 3, got "a toolong"'],
    ],
    [
      'anything but this, by zod',
      z.object({ q: z.unknown().refine((each) => each !== 'a toolong', 'is it') }),
      ['query.q: is it'],
    ],
    [
      'a list that a text is made of, by zod',
      z.object({
        q: z
          .string()
          .transform(() => ({}))
          .pipe(z.array(z.string())),
      }),
      ['query.q: expected array, got "a toolong"'],
    ],
    [
      'a short text or a list, by valibot',
      v.object({ q: v.union([v.pipe(v.string(), v.maxLength(3)), v.array(v.string())]) }),
      ['query.q: expected <=3, got "a toolong"'],
    ],
    [
      'a record, by valibot',
      v.object({ q: v.object({ page: v.optional(v.string()) }) }),
      ['query.q: expected Object, got "a toolong"'],
    ],
    ['an object, by arktype', type({ q: 'object' }), ['query.q: expected an object, got "a toolong"']],
    [
      'a record, by arktype',
      type({ q: { 'page?': 'string' } }),
      ['query.q: expected an object, got "a toolong"'],
    ],
  ])('is no list where more than a list is asked for, and stays refused: %s', async (_, codec, messages) => {
    const found = await query(codec, { q: 'a toolong' })
    if (messages.length === 0) expect(found).toEqual({ query: { q: ['a toolong'] } })
    else expect(messages).toEqual(expect.arrayContaining(found as Array<unknown>))
    expect(Array.isArray(found)).toBe(messages.length > 0)
  })

  it('is a list in the member of a union that a field tells apart', async () => {
    const One = t.type({ mode: t.literal('one'), id: integer })
    const Many = t.type({ mode: t.literal('many'), id: t.array(integer) })
    const codec = t.union([One, Many])
    expect(await query(codec, { mode: 'many', id: '5' })).toEqual({ query: { mode: 'many', id: [5] } })
    expect(await query(codec, { mode: 'one', id: '5' })).toEqual({ query: { mode: 'one', id: 5 } })
    expect(await query(codec, { mode: 'none', id: '5' })).toEqual([
      'query.mode: expected one of "one", "many", got "none"',
    ])
  })

  interface Tags extends ReadonlyArray<string> {}
  const Recursive: t.Type<Tags> = t.recursion('Tags', () => t.readonlyArray(t.string))
  const isShort = (all: ReadonlyArray<string>): boolean => all.length < 3
  it.each<readonly [string, t.Mixed]>([
    ['recursion', Recursive],
    ['refinement', t.refinement(t.array(t.string), isShort, 'Short')],
    ['readonly', t.readonly(t.array(t.string))],
    ['description', describeCodec(t.array(t.string), { description: 'tags' })],
    ['description of an optional one', describeCodec(optional(t.array(t.string)), { description: 'tags' })],
    ['any list', t.UnknownArray],
  ])('is a list of one through a %s', async (_, codec) => {
    expect(await query(t.type({ tag: codec }), { tag: 'a' })).toEqual({ query: { tag: ['a'] } })
  })

  it.each<readonly [string, Codec]>([
    ['io-ts', t.record(t.string, t.array(t.string))],
    ['zod', z.record(z.string(), z.array(z.string()))],
    ['zod with limits', z.record(z.string(), z.array(z.string()).max(1))],
  ])('is a list of one among 600: %s', async (_, codec) => {
    const names = Array.from({ length: 600 }, (_, i) => `n${i}`)
    expect(await query(codec, Object.fromEntries(names.map((name) => [name, 'long enough'])))).toEqual({
      query: Object.fromEntries(names.map((name) => [name, ['long enough']])),
    })
  })

  const counting = (isFine: () => boolean) => {
    let looks = 0
    const look = async (): Promise<boolean> => {
      looks += 1
      return isFine()
    }
    const known = v.pipeAsync(v.unknown(), v.checkAsync(look, 'is nobody'))
    return { known, looks: () => looks }
  }

  it('is looked at once where nothing asks for a list', async () => {
    const { known, looks } = counting(() => false)
    expect(await query(v.objectAsync({ user: known, page: v.number() }), { user: 'x', page: 'y' })).toEqual([
      'query.user: is nobody',
      'query.page: expected number, got "y"',
    ])
    expect(looks()).toBe(1)
  })

  it('stays refused for what else is wrong, whatever a second look finds', async () => {
    let answers = [false, true]
    const { known } = counting(() => {
      const [answer = true, ...rest] = answers
      answers = rest
      return answer
    })
    const codec = v.objectAsync({ user: known, tag: v.array(v.string()) })
    expect(await query(codec, { user: 'x', tag: 'y' })).toEqual(['query.user: is nobody'])
    expect(await query(codec, { user: 'x', tag: 'y' })).toEqual({ query: { user: 'x', tag: ['y'] } })
  })

  it('does not hide that a check of its list fails', async () => {
    const failing = v.objectAsync({
      tag: v.pipeAsync(
        v.array(v.string()),
        v.checkAsync(async () => {
          throw new Error('The database is away')
        }),
      ),
    })
    await expect(query(failing, { tag: 'x' })).rejects.toThrow('The database is away')
  })

  it('is no list for a validator that nobody knows', async () => {
    const seen: Array<unknown> = []
    const unknown: StandardSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value) => {
          seen.push(value)
          return { issues: [{ message: 'expected array', path: ['q'] }] }
        },
      },
    }
    expect(await query(unknown, { q: 'x' })).toEqual(['query.q: expected valid value, got "x"'])
    expect(seen).toEqual([{ q: 'x' }])
  })

  it.each(['params', 'headers', 'cookies', 'body'] as const)('is no matter of %s', async (part) => {
    const got = part === 'params' ? '"a"' : 'string'
    expect(await decode(part, t.type({ tag: t.array(t.string) }), { tag: 'a' })).toEqual([
      `${part}.tag: expected array, got ${got}`,
    ])
  })

  test('is decoded as the same name that came twice is, and otherwise refused', async () => {
    const item = fc.constantFrom<readonly [t.Mixed, z.ZodType]>(
      [t.string, z.string()],
      [integer, z.coerce.number().int()],
    )
    await fc.assert(
      fc.asyncProperty(item, fc.oneof(fc.integer().map(String), fc.string()), async ([io, zod], text) => {
        for (const codec of [t.type({ a: t.array(io) }), z.object({ a: z.array(zod) })]) {
          const [once, twice] = [await query(codec, { a: text }), await query(codec, { a: [text, text] })]
          if (!Array.isArray(twice)) {
            const { query: made } = twice as { readonly query: { readonly a: ReadonlyArray<unknown> } }
            expect(once).toEqual({ query: { a: made.a.slice(1) } })
          } else expect(once).toEqual(twice.slice(0, 1))
        }
      }),
    )
  })
})
