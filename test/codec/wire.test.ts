import fc from 'fast-check'
import * as E from 'fp-ts/Either'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  boolean,
  date,
  integer,
  list,
  number,
  oneOf,
  optional,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'
import type { StandardSchema } from '../../src/codec.ts'

/** A codec of ours, of whatever type. */
type AnyWireCodec = t.Mixed & StandardSchema

const ID = '0190a0f4-91b3-7c2e-8a51-6f0de0ffee00'
const day = (text: string): Date => new Date(text)

/** What a text stands for, and the texts that stand for nothing. */
const READ: ReadonlyArray<{
  readonly name: string
  readonly codec: AnyWireCodec
  readonly takes: ReadonlyArray<readonly [text: string, value: unknown]>
  readonly refuses: ReadonlyArray<unknown>
}> = [
  {
    name: 'number',
    codec: number,
    takes: [
      ['0', 0],
      ['-0', -0],
      ['12', 12],
      ['-2.50', -2.5],
      ['1e3', 1000],
      ['1E-3', 0.001],
      ['1.7976931348623157e+308', Number.MAX_VALUE],
    ],
    refuses: [
      '',
      ' ',
      ' 1',
      '1 ',
      '1\n',
      '01',
      '+1',
      '.5',
      '5.',
      '0x10',
      '1_000',
      '1,5',
      'NaN',
      'Infinity',
      '1e999',
      '١',
      1,
    ],
  },
  {
    name: 'integer',
    codec: integer,
    takes: [
      ['0', 0],
      ['-0', -0],
      ['-7', -7],
      ['9007199254740991', Number.MAX_SAFE_INTEGER],
      ['-9007199254740991', Number.MIN_SAFE_INTEGER],
    ],
    refuses: [
      '',
      '1.0',
      '1e3',
      '007',
      '+7',
      ' 7',
      '9007199254740992',
      '-9007199254740992',
      '99999999999999999999',
      '７',
      7,
    ],
  },
  {
    name: 'boolean',
    codec: boolean,
    takes: [
      ['true', true],
      ['false', false],
    ],
    refuses: ['', '1', '0', 'yes', 'on', 'True', 'FALSE', ' true', true],
  },
  {
    name: 'date',
    codec: date,
    takes: [
      ['2026-11-22T10:00:00Z', day('2026-11-22T10:00:00.000Z')],
      ['2026-11-22t10:00:00z', day('2026-11-22T10:00:00.000Z')],
      ['2026-11-22T11:30:00.25+01:30', day('2026-11-22T10:00:00.250Z')],
      ['2026-11-22T00:00:00.9999-00:00', day('2026-11-22T00:00:00.999Z')],
      ['2026-11-22', day('2026-11-22T00:00:00.000Z')],
      ['2024-02-29', day('2024-02-29T00:00:00.000Z')],
      ['0001-01-01', day('0001-01-01T00:00:00.000Z')],
      ['2016-12-31T23:59:60Z', day('2017-01-01T00:00:00.000Z')],
      ['2017-01-01T00:59:60.5+01:00', day('2017-01-01T00:00:00.500Z')],
    ],
    refuses: [
      ...[
        '',
        '2026',
        '2026-11',
        '2026-13-01',
        '2026-00-01',
        '2026-02-30',
        '2023-02-29',
        '2026-04-31',
        '1900-02-29',
      ],
      ...['2026-11-22T10:00Z', '2026-11-22T10:00:00', '2026-11-22 10:00:00Z', '2026-11-22T24:00:00Z'],
      ...[
        '2026-11-22T10:00:61Z',
        '2026-11-22T10:00:60Z',
        '2026-11-22T10:00:00+0100',
        '2026-11-22T10:00:00+24:00',
      ],
      ...['+002026-11-22', '22.11.2026', '1700000000000', '2026-11-22\n', '9999-12-31T23:59:59-01:00'],
      ...['0000-01-01T00:00:00+01:00', 1_700_000_000_000, new Date(0)],
    ],
  },
  {
    name: 'uuid',
    codec: uuid,
    takes: [
      [ID, ID],
      [ID.toUpperCase(), ID.toUpperCase()],
      ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'],
    ],
    refuses: [
      '',
      ID.slice(1),
      `${ID}0`,
      `{${ID}}`,
      `urn:uuid:${ID}`,
      ID.replaceAll('-', ''),
      ID.replace('a', 'g'),
      1,
    ],
  },
  {
    name: 'oneOf',
    codec: oneOf('asc', 'desc', 'toString'),
    takes: [
      ['asc', 'asc'],
      ['toString', 'toString'],
    ],
    refuses: ['', 'ASC', 'asc ', 'constructor', ['asc'], null],
  },
]

describe.each(READ)('$name', ({ codec, takes, refuses }) => {
  it.each(takes)('reads %j', (text, value) => {
    expect(codec.decode(text)).toEqual(E.right(value))
    expect(codec.is(value)).toBe(true)
  })

  it.each([...refuses, undefined, {}, []].map((each) => [each]))('refuses %j', (value) => {
    expect(E.isLeft(codec.decode(value))).toBe(true)
  })

  it.each(takes)('writes what %j stands for so that it is read as the same', (_, value) => {
    const written = codec.encode(value)
    expect(typeof written).toBe('string')
    expect(codec.decode(written)).toEqual(E.right(value))
  })
})

const date4 = fc.date({
  min: day('0000-01-01T00:00:00.000Z'),
  max: day('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})
const word = fc.string({ minLength: 1 }).filter((each) => each.trim() === each && !each.includes(','))

/** Any value of a codec. */
const ANY: ReadonlyArray<readonly [string, AnyWireCodec, fc.Arbitrary<unknown>]> = [
  ['number', number, fc.double({ noNaN: true, noDefaultInfinity: true })],
  ['integer', integer, fc.maxSafeInteger()],
  ['boolean', boolean, fc.boolean()],
  ['date', date, date4],
  ['uuid', uuid, fc.uuid()],
  ['oneOf', oneOf('a', 'b', ''), fc.constantFrom('a', 'b', '')],
  ['list', list(date), fc.array(date4)],
  [
    'list in one text',
    list(number, { separator: ',' }),
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
  ],
  ['list of words', list(uuid, { separator: ' | ' }), fc.array(fc.uuid())],
  ['optional', optional(integer), fc.option(fc.maxSafeInteger(), { nil: undefined })],
  ['withDefault', withDefault(integer, 1), fc.maxSafeInteger()],
  [
    'optional list',
    withDefault(list(optional(integer)), [1]),
    fc.array(fc.maxSafeInteger(), { minLength: 1 }),
  ],
]

describe.each(ANY)('%s, as a codec', (_, codec, values) => {
  it('takes its values for its own, and reads what it writes as the same', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(codec.is(value)).toBe(true)
        expect(codec.decode(codec.encode(value))).toEqual(E.right(value))
      }),
    )
  })

  it('takes whatever it reads for its own, and writes it so that it stays', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), word, values.map(String)), (text) => {
        const read = codec.decode(text)
        if (E.isLeft(read)) return
        expect(codec.is(read.right)).toBe(true)
        expect(codec.decode(codec.encode(read.right))).toEqual(read)
      }),
    )
  })

  it('agrees with itself as a Standard Schema', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), values.map(codec.encode)), (value) => {
        const read = codec.decode(value)
        const said = codec['~standard'].validate(value)
        expect(said).toEqual(E.isRight(read) ? { value: read.right } : { issues: expect.any(Array) })
      }),
    )
  })
})
