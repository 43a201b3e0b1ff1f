import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import * as t from 'io-ts'
import * as v from 'valibot'
import { describe, expect, it, test } from 'vitest'
import * as z from 'zod'
import type { StandardSchema } from '../../src/codec.ts'
import type { Contract } from '../../src/contract.ts'
import { type DecodedParts, type Decoder, decoder } from '../../src/decode/decode.ts'
import { BadRequestError } from '../../src/error.ts'
import { InvalidRequestError, type Part } from '../../src/issue.ts'
import { emptyValues } from '../../src/values.ts'
import { aCodec } from './codecs.ts'
import { aValue, valueFor } from './values.ts'

const reader =
  (parts: { readonly [P in Part | 'rawBody']?: unknown }, seen: Array<string> = []): Parameters<Decoder>[0] =>
  (part) => {
    seen.push(part)
    return parts[part]
  }

const decode = (contract: Contract, status?: 400 | 422): Decoder => {
  const made = decoder(contract, status)
  if (made === undefined) throw new Error('there is nothing to decode')
  return made
}

const NumberFromString = new t.Type<number, string>(
  'NumberFromString',
  t.number.is,
  (value, context) =>
    typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
      ? t.success(Number(value))
      : t.failure(value, context),
  String,
)

describe('a decoder', () => {
  it('is none where a contract decodes nothing', () => {
    expect(decoder({})).toBeUndefined()
    expect(decoder({ accepts: 'text/plain', returns: t.string })).toBeUndefined()
  })

  it('decodes the parts that have a codec, and reads no others', () => {
    const seen: Array<Part> = []
    const contract: Contract = {
      body: t.type({ name: t.string }),
      params: t.type({ id: NumberFromString }),
      query: z.object({ page: z.coerce.number() }),
    }
    const parts = {
      params: { id: '7' },
      query: { page: '2' },
      body: { name: 'Ada' },
      headers: {},
      cookies: {},
    }
    expect(decode(contract)(reader(parts, seen))).toEqual({
      params: { id: 7 },
      query: { page: 2 },
      body: { name: 'Ada' },
    })
    expect(seen).toEqual(['params', 'query', 'body'])
  })

  it('takes requests’ records, which inherit nothing, with every kind of validator', () => {
    const query = Object.freeze(Object.assign(emptyValues<unknown>(), { a: '1', b: ['2', '3'] }))
    const codecs = [
      t.strict({ a: t.string, b: t.array(t.string) }),
      t.record(t.string, t.union([t.string, t.array(t.string)])),
      z.object({ a: z.string(), b: z.array(z.string()) }),
      z.record(z.string(), z.unknown()),
      v.object({ a: v.string(), b: v.array(v.string()) }),
    ]
    for (const codec of codecs)
      expect(decode({ query: codec })(reader({ query }))).toEqual({ query: { a: '1', b: ['2', '3'] } })
  })

  it.each<readonly [string, Contract, 400 | 422 | undefined, number]>([
    ['a body, by default', { body: t.string }, undefined, 400],
    ['a body', { body: t.string }, 422, 422],
    ['a body and more', { body: t.string, query: t.string }, 422, 400],
    ['a query', { query: z.string() }, 422, 400],
  ])('answers for what is wrong with %s', (_, contract, status, expected) => {
    const result = decode(contract, status)(reader({}))
    expect(result).toBeInstanceOf(InvalidRequestError)
    expect(result).toMatchObject({ status: expected })
  })

  it('says everything at once', () => {
    const contract: Contract = {
      params: t.type({ id: NumberFromString }),
      query: z.object({ q: z.string() }),
      body: v.string(),
    }
    const result = decode(contract)(reader({ params: { id: 'x' }, query: {}, body: 1 }))
    expect(result).toBeInstanceOf(InvalidRequestError)
    expect(result).toMatchObject({
      issues: [
        { in: 'params', path: ['id'], message: 'params.id: expected NumberFromString, got "x"' },
        { in: 'query', path: ['q'], message: 'query.q: expected string, got nothing' },
        { in: 'body', path: [], message: 'body: expected string, got number' },
      ],
    })
  })

  it('waits only where a schema does, and for all of them together', async () => {
    const order: Array<string> = []
    const slow = (name: string): StandardSchema<string> => ({
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: async (value) => {
          order.push(`${name} begins`)
          await Promise.resolve()
          order.push(`${name} ends`)
          return value === 'ok' ? { value } : { issues: [{ message: 'is not ok' }] }
        },
      },
    })
    const make = decode({ query: slow('query'), body: slow('body'), params: t.string })
    const good = make(reader({ query: 'ok', body: 'ok', params: 'p' }))
    expect(good).toBeInstanceOf(Promise)
    expect(await good).toEqual({ query: 'ok', body: 'ok', params: 'p' })
    expect(order.slice(0, 2)).toEqual(['query begins', 'body begins'])
    expect(await make(reader({ query: 'no', body: 'no', params: 'p' }))).toMatchObject({
      issues: [
        { message: 'query: expected valid value, got "no"' },
        { message: 'body: expected valid value, got string' },
      ],
    })
  })

  it('leaves to the caller what is thrown on the way', async () => {
    const malformed = new BadRequestError('Error Parsing JSON')
    const read: Parameters<Decoder>[0] = (part) => {
      if (part === 'body') throw malformed
      return undefined
    }
    expect(() => decode({ query: t.string, body: t.string })(read)).toThrow(malformed)
    const broken = (validate: () => never | Promise<never>) =>
      ({ '~standard': { version: 1, vendor: 'test', validate } }) as const
    const bug = new RangeError('a bug')
    const thrower = decode({
      body: broken(() => {
        throw bug
      }),
    })
    expect(() => thrower(reader({}))).toThrow(bug)
    await expect(decode({ body: broken(() => Promise.reject(bug)) })(reader({}))).rejects.toThrow(bug)
    const refined = t.refinement(t.string, () => {
      throw bug
    })
    expect(() => decode({ body: refined })(reader({ body: 'x' }))).toThrow(bug)
  })

  it('refuses what is no codec when it is made', () => {
    // Callers without a compiler make that mistake.
    const wrong = { body: { name: 'string' } } as unknown as Contract
    expect(() => decoder(wrong)).toThrow("'body' is decoded by neither an io-ts codec nor a Standard Schema")
  })

  test('has the answer of io-ts for any record of texts', () => {
    const cookies = t.intersection([
      t.type({ a: NumberFromString }),
      t.partial({ b: t.union([NumberFromString, t.string]), c: t.array(t.string) }),
    ])
    const make = decode({ cookies })
    const text = fc.oneof(fc.constantFrom('1', '2.5', '', 'x', ' 3'), fc.string())
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'd'), fc.oneof(text, fc.array(text))),
        (given) => {
          const expected = cookies.decode(given)
          const actual = make(reader({ cookies: given }))
          if (expected._tag === 'Right') expect((actual as DecodedParts).cookies).toEqual(expected.right)
          else expect(actual).toBeInstanceOf(InvalidRequestError)
        },
      ),
    )
  })

  test('refuses what io-ts refuses, and nothing else, with any codec', () => {
    const aCase = aCodec.chain((codec) =>
      fc.tuple(fc.constant(codec), fc.oneof(valueFor(codec, aValue), aValue)),
    )
    const seen = { Right: 0, Left: 0, thrown: 0 }
    fc.assert(
      fc.property(aCase, ([codec, body]) => {
        const outcome = (make: () => unknown): unknown => {
          try {
            return make()
          } catch (thrown) {
            return String(thrown)
          }
        }
        const expected = outcome(() => codec.decode(body)) as t.Validation<unknown> | string
        const actual = outcome(() => decode({ body: codec })(reader({ body })))
        if (typeof expected === 'string') {
          // What is wrong beside what is thrown may be said instead.
          expect(actual === expected || actual instanceof InvalidRequestError).toBe(true)
          seen.thrown += 1
          return
        }
        // A field called `__proto__` sets what the copy inherits, so that what io-ts decodes twice is not equal to itself.
        fc.pre(expected._tag === 'Left' || isDeepStrictEqual(expected, codec.decode(body)))
        if (expected._tag === 'Left') expect(actual).toBeInstanceOf(InvalidRequestError)
        else expect(isDeepStrictEqual(actual, { body: expected.right })).toBe(true)
        if (actual instanceof InvalidRequestError) expect(actual.issues.length).toBeGreaterThan(0)
        seen[expected._tag] += 1
      }),
      { numRuns: 3_000 },
    )
    expect(Math.min(seen.Right, seen.Left)).toBeGreaterThan(300)
    expect(seen.thrown).toBeGreaterThan(0)
  })
})
