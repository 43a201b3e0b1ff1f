import { decodeForm } from './percent.ts'

/** The pairs of a query in the order of the request. */
export type Query = ReadonlyArray<readonly [name: string, value: string]>

/**
 * Reads the pairs of a query without decoding them; a name without `=` has the empty value.
 *
 * @param raw the query without its question mark
 * @since 0.1.0
 */
export const splitQuery = (raw: string): Query =>
  raw
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
    })

/**
 * Reads and decodes the pairs of a query.
 *
 * @param raw the query without its question mark
 * @since 0.1.0
 */
export const decodeQuery = (raw: string): Query =>
  splitQuery(raw).map(([name, value]) => [decodeForm(name), decodeForm(value)])

/**
 * Every value of each name, names in alphabetical order as in real events.
 *
 * @since 0.1.0
 */
export const everyValue = (query: Query): Record<string, string[]> => {
  const values = new Map<string, string[]>()
  for (const [name, value] of query) {
    const known = values.get(name)
    if (known === undefined) values.set(name, [value])
    else known.push(value)
  }
  return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The last value of each name.
 *
 * @since 0.1.0
 */
export const lastValue = (query: Query): Record<string, string> =>
  mapValues(query, (values) => values.at(-1) ?? '')

/**
 * The values of each name, joined with commas: a value that holds a comma cannot be told from two values.
 *
 * @since 0.1.0
 */
export const commaJoined = (query: Query): Record<string, string> =>
  mapValues(query, (values) => values.join(','))

const mapValues = (query: Query, f: (values: readonly string[]) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(everyValue(query)).map(([name, values]) => [name, f(values)]))
