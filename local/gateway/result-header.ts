import * as E from '#fp/Either'
import { isRecord, kindOf, shown } from './json.ts'

/** Header lines in order, names in lower case. */
export type Pairs = ReadonlyArray<readonly [name: string, value: string]>

/** What a gateway takes for a header's value, beside a string. */
export interface HeaderRules {
  /** `null` counts as absent. */
  readonly nulls?: boolean
  /** A number or a boolean is taken for its text. */
  readonly scalars?: boolean
}

/**
 * Reads `headers`, a value each. Names that differ in case alone are a line each: that is how a function sends two
 * cookies where it has no lists.
 *
 * @since 0.1.0
 */
export const readHeaders = (rules: HeaderRules, headers: unknown): E.Either<string, Pairs> => {
  if (headers === undefined) return E.right([])
  if (!isRecord(headers)) return E.left(`headers is ${kindOf(headers)}: give an object`)
  const lines: Array<readonly [string, string]> = []
  for (const [name, value] of Object.entries(headers)) {
    if (value === null && rules.nulls === true) continue
    const line = lineOf(rules, name, value)
    if (E.isLeft(line)) return line
    lines.push(line.right)
  }
  return E.right(lines)
}

/**
 * Reads `multiValueHeaders`, a list of values each.
 *
 * @since 0.1.0
 */
export const readMultiValueHeaders = (rules: HeaderRules, headers: unknown): E.Either<string, Pairs> => {
  if (headers === undefined) return E.right([])
  if (!isRecord(headers)) return E.left(`multiValueHeaders is ${kindOf(headers)}: give an object of lists`)
  const lines: Array<readonly [string, string]> = []
  for (const [name, values] of Object.entries(headers)) {
    if (values === null && rules.nulls === true) continue
    if (!Array.isArray(values))
      return E.left(`multiValueHeaders[${JSON.stringify(name)}] is ${kindOf(values)}: give a list`)
    for (const value of values) {
      const line = lineOf(rules, name, value)
      if (E.isLeft(line)) return line
      lines.push(line.right)
    }
  }
  return E.right(lines)
}

const lineOf = (
  rules: HeaderRules,
  name: string,
  value: unknown,
): E.Either<string, readonly [string, string]> => {
  if (!TOKEN.test(name))
    return E.left(`${JSON.stringify(name)} is no header name: use a token (RFC 9110 section 5.6.2)`)
  const plain = typeof value === 'string' || (rules.scalars === true && isScalar(value))
  if (!plain) return E.left(`the header ${name} is ${kindOf(value)}: give a string`)
  const text = String(value)
  return FIELD_VALUE.test(text)
    ? E.right([name.toLowerCase(), text])
    : E.left(
        `the header ${name} is ${shown(text)}: a value has no controls and no character above U+00FF (RFC 9110 section 5.5)`,
      )
}

const isScalar = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean'

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
