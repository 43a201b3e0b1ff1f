import * as t from '#io-ts'
import { expectedOf } from '../decode/expected.ts'
import { assertOptions } from '../options.ts'
import type { JsonSchema } from '../schema/json-schema.ts'
import { MEANING, type Meant } from './meaning.ts'
import { extended, type WireCodec } from './standard.ts'

/**
 * Limits of a number, in JSON Schema's words.
 *
 * @since 0.1.0
 */
export interface NumberLimits {
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
}

/**
 * Limits of a text, in JSON Schema's words.
 *
 * @since 0.1.0
 */
export interface TextLimits {
  /** In characters (code points), as `maxLength`. */
  readonly minLength?: number
  readonly maxLength?: number
  /** What has to be found in the text, anywhere unless it begins with `^` and ends with `$`. It is read with the flag `u`. */
  readonly pattern?: RegExp
}

/**
 * Limits of a list, in JSON Schema's words.
 *
 * @since 0.1.0
 */
export interface ListLimits {
  readonly minItems?: number
  readonly maxItems?: number
}

/**
 * The limits that values of a type can have.
 *
 * @since 0.1.0
 */
export type Limits<A> = A extends number
  ? NumberLimits
  : A extends string
    ? TextLimits
    : A extends ReadonlyArray<unknown>
      ? ListLimits
      : never

/** All of them, for the work itself. */
type AnyLimits = NumberLimits & TextLimits & ListLimits

const LIMITS = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems'],
]

const range = (of: string, min: number | undefined, max: number | undefined, unit = ''): string => {
  if (min === undefined && max === undefined) return ''
  if (max === undefined) return ` ${of} at least ${min}${unit}`
  return min === undefined ? ` ${of} at most ${max}${unit}` : ` ${of} ${min} to ${max}${unit}`
}

/** The limits in words, after the name of what they limit. */
const words = (limits: AnyLimits): string => {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below, pattern } = limits
  return [
    range('from', minimum, maximum).replace('from at', 'of at'),
    above === undefined ? '' : ` above ${above}`,
    below === undefined ? '' : ` below ${below}`,
    range('of', limits.minLength, limits.maxLength, ' characters'),
    range('of', limits.minItems, limits.maxItems, ' items'),
    pattern === undefined ? '' : ` that matches ${pattern.source}`,
  ].join('')
}

const isBetween = (value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean =>
  value >= min && value <= max

/** How many characters a text has, as JSON Schema counts them: a pair of surrogates is one. */
const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

const within = (limits: AnyLimits, pattern: RegExp | undefined) => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = limits
  const { minLength, maxLength, minItems, maxItems } = limits
  return (value: unknown): boolean => {
    if (typeof value === 'number')
      return (
        isBetween(value, minimum, maximum) &&
        (exclusiveMinimum === undefined || value > exclusiveMinimum) &&
        (exclusiveMaximum === undefined || value < exclusiveMaximum)
      )
    if (typeof value === 'string')
      return (
        (pattern === undefined || pattern.test(value)) &&
        ((minLength === undefined && maxLength === undefined) ||
          isBetween(lengthOf(value), minLength, maxLength))
      )
    return !Array.isArray(value) || isBetween(value.length, minItems, maxItems)
  }
}

/**
 * A codec with limits, which documents show and errors name (`integer from 1 to 100`). They are those of JSON Schema
 * (2020-12, Validation §6), for what it decodes to: a number, a text or a list. It takes io-ts's own codecs too.
 *
 * @throws TypeError for a limit that there is not, and for a pattern with flags other than `u`.
 * @since 0.1.0
 * @example
 * get('/users', { query: t.type({ limit: withDefault(limited(integer, { minimum: 1, maximum: 100 }), 20) }) })
 * post('/users', { body: t.type({ name: limited(t.string, { minLength: 1, maxLength: 80 }) }) })
 */
export const limited = <C extends t.Mixed>(
  codec: C,
  limits: NoInfer<Limits<C['_A']>>,
): WireCodec<C['_A'], C['_O']> => {
  assertOptions('limited(…)', limits, LIMITS)
  const { pattern, ...others }: AnyLimits = limits
  if (pattern !== undefined && !/^u?$/.test(pattern.flags))
    throw new TypeError(
      `limited(…): a schema has no place for the flags of ${pattern}; write it without them`,
    )
  const anywhere = pattern === undefined ? undefined : new RegExp(pattern.source, 'u')
  const isWithin = within(limits, anywhere)
  const schema: JsonSchema = anywhere === undefined ? others : { ...others, pattern: anywhere.source }
  const meant: Meant = { [MEANING]: { kind: 'limited', codec, limits: schema } }
  const isA = (value: C['_A']): value is C['_A'] => isWithin(value)
  return extended(t.refinement(codec, isA, `${expectedOf(codec)}${words(limits)}`), meant)
}
