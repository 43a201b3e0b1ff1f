import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  boolean,
  date,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'
import { jsonSchema } from '../../src/schema/document.ts'
import type { JsonSchema } from '../../src/schema/json-schema.ts'
import { parametersOf } from '../../src/schema/parameters.ts'
import { jsonSchemas } from '../../src/schema/schemas.ts'
import { mutated, samples } from './shapes.ts'

const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 500) }

/** A validator that is none of ours. It reports keywords that it does not know. */
const validator = (schema: JsonSchema): ((value: unknown) => boolean) => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true, strictTuples: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return (value) => validate(value)
}

/** JSON as it is parsed; ajv overlooks the one name that assignments treat otherwise. */
const isPlain = (value: unknown): boolean => !JSON.stringify(value).includes('__proto__')

const valued = samples.chain(({ codec, values }) =>
  fc.tuple(
    fc.constant(codec),
    fc
      .oneof(values, values.chain(mutated), fc.jsonValue())
      .map((value): unknown => JSON.parse(JSON.stringify(value) ?? 'null'))
      .filter(isPlain),
  ),
)

describe('the schema of what is decoded', () => {
  it('allows exactly what the codec takes', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(valued, ([codec, value]) => {
        const isTaken = E.isRight(codec.decode(value))
        seen[isTaken ? 'taken' : 'refused']++
        const schema = jsonSchema(codec)
        expect({ codec: codec.name, schema, value, isTaken: validator(schema)(value) }).toEqual({
          ...{ codec: codec.name, schema, value },
          isTaken,
        })
      }),
      RUNS,
    )
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(RUNS.numRuns / 10)
  })
})

describe('the schema of what is answered', () => {
  it('allows whatever the codec encodes to', () => {
    let answered = 0
    fc.assert(
      fc.property(valued, ([codec, value]) => {
        const read = codec.decode(value)
        // io-ts decodes a tuple without its last `undefined` to one that is none: no handler can answer that.
        const isAnswer = E.isRight(read) && codec.is(read.right)
        const written = isAnswer ? JSON.stringify(codec.encode(read.right)) : undefined
        if (written === undefined) return
        answered++
        const schema = jsonSchema(codec, 'output')
        expect({
          codec: codec.name,
          schema,
          written,
          isAllowed: validator(schema)(JSON.parse(written)),
        }).toEqual({
          ...{ codec: codec.name, schema, written },
          isAllowed: true,
        })
      }),
      RUNS,
    )
    expect(answered).toBeGreaterThan(RUNS.numRuns / 10)
  })
})

const PARAMETERS = {
  integer,
  number,
  boolean,
  date,
  uuid,
  string: t.string,
  word: t.union([integer, t.literal('all')]),
  key: t.keyof({ a: null, b: null }),
  order: withDefault(oneOf('asc', 'desc'), 'asc'),
  maybe: optional(integer),
  limit: withDefault(limited(integer, { minimum: 1, maximum: 10 }), 5),
  short: limited(t.string, { maxLength: 3, pattern: /^[a-z]*$/ }),
  ids: list(integer),
  some: limited(list(limited(integer, { minimum: 0 })), { minItems: 1, maxItems: 3 }),
  days: list(date, { separator: ',' }),
} satisfies { readonly [name: string]: t.Mixed }

const scalars = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.string({ maxLength: 4 }),
  fc.uuid(),
  fc.constantFrom(
    'asc',
    'desc',
    'all',
    'a',
    'b',
    '01',
    '1e3',
    '-0',
    '+1',
    ' 1',
    '',
    'true',
    '2026-11-22',
    '2023-02-29',
  ),
  fc
    .date({ min: new Date(0), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true })
    .map((day) => day.toISOString()),
)

/** The readings of a text that a schema may have: OpenAPI leaves them to the types in it. */
const readings = (text: string): ReadonlyArray<unknown> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' || JSON.stringify(value) === undefined ? [text] : [text, value]
  } catch {
    return [text]
  }
}

describe.each(Object.entries(PARAMETERS))('the schema of the parameter %s', (name, codec) => {
  const query = t.type({ [name]: codec })
  const [parameter] = parametersOf(jsonSchemas(), query, 'GET / query')
  const allows = validator(parameter?.schema ?? {})
  const allowsItem = validator(parameter?.schema.items ?? {})
  const allowsLength = validator({ ...parameter?.schema, items: {} })
  const { isList = false, separator, isRequired = false } = parameter ?? {}

  it('allows only what is taken when it is printed', () => {
    fc.assert(
      fc.property(isList ? fc.array(scalars, { maxLength: 4 }) : scalars, (value) => {
        fc.pre(allows(value))
        const texts = [value].flat().map((each) => (Object.is(each, -0) ? '-0' : String(each)))
        const sent = separator === undefined ? (texts.length === 1 ? texts[0] : texts) : texts.join(separator)
        expect([sent, E.isRight(query.decode({ [name]: sent }))]).toEqual([sent, true])
      }),
      { numRuns: 300 },
    )
  })

  it('allows whatever is taken', () => {
    fc.assert(
      fc.property(fc.array(scalars.map(String), { minLength: 1, maxLength: 4 }), (texts) => {
        const sent = isList ? (separator === undefined ? texts : texts.join(separator)) : texts[0]
        fc.pre(E.isRight(query.decode({ [name]: sent })))
        const items = texts.flatMap((text) => (separator === undefined ? [text] : text.split(separator)))
        const counted =
          separator === undefined
            ? items
            : items.filter((text) => text.trim() !== '').map((text) => text.trim())
        // Each text has a reading that is allowed; in a list, each item has.
        const isAllowed = isList
          ? allowsLength(counted) && counted.every((text) => readings(text).some(allowsItem))
          : readings(texts[0] ?? '').some(allows)
        expect([sent, isAllowed]).toEqual([sent, true])
      }),
      { numRuns: 300 },
    )
  })

  it('says whether it may be missing', () => {
    expect(isRequired).toBe(E.isLeft(query.decode({})))
  })
})
