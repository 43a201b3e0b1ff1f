import { type } from 'arktype'
import * as fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import * as z from 'zod'
import { integer, limited, list, optional, withDefault } from '../../src/codec/index.ts'
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

  it('is refused as ever where its codec fails on a list', async () => {
    const touchy = new t.Type<string>(
      'touchy',
      t.string.is,
      (value, context) => {
        if (Array.isArray(value)) throw new TypeError('a list')
        return t.failure(value, context)
      },
      t.identity,
    )
    const rejecting: StandardSchema = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: async (value) => {
          if (Array.isArray((value as { readonly q: unknown }).q)) throw new TypeError('a list')
          return { issues: [{ message: 'is wrong', path: ['q'] }] }
        },
      },
    }
    expect(await query(t.type({ q: touchy }), { q: 'x' })).toEqual(['query.q: expected touchy, got "x"'])
    expect(await query(rejecting, { q: 'x' })).toEqual(['query.q: expected valid value, got "x"'])
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
