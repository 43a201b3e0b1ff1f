import { pairsOf } from './wire-value.ts'

/** Names of header fields and cookies (RFC 9110 §5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/** What is around a value is no part of it (RFC 9110 §5.5), and beyond ASCII each side reads what it likes. */
const HEADER = /^(?:[!-~](?:[\t -~]*[!-~])?)?$/

/** A cookie's value is sent raw (RFC 6265 §4.1.1), so that the app reads what was given; a `;` would end it. */
const COOKIE = /^[!-:<-~]*$/

const pairsThatAre = (allowed: RegExp, part: string, record: unknown) => {
  const pairs = pairsOf(part, record)
  for (const [name, value] of pairs)
    if (!TOKEN.test(name) || !allowed.test(value))
      throw new TypeError(`${part} '${name}' has a character that none can have: encode it`)
  return pairs
}

/**
 * Header fields by lower-case name; a list, or names that differ in case, are one field (RFC 9110 §5.3).
 *
 * @throws TypeError when a name or a value cannot be in a header
 */
export const fieldsOf = (headers: unknown): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  for (const [name, value] of pairsThatAre(HEADER, 'header', headers)) {
    const key = name.toLowerCase()
    const before = fields.get(key)
    fields.set(key, before === undefined ? value : `${before}, ${value}`)
  }
  return fields
}

/**
 * A `cookie` header; empty when there are none.
 *
 * @throws TypeError when a name or a value cannot be in a cookie
 */
export const cookieHeader = (cookies: unknown): string =>
  pairsThatAre(COOKIE, 'cookie', cookies)
    .map((pair) => pair.join('='))
    .join('; ')
