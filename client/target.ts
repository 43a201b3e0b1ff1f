import { encodePairs, textOf } from './wire-value.ts'

const printSegment = (segment: string, params: Readonly<Record<string, unknown>>): string => {
  const sign = segment[0]
  if (sign !== ':' && sign !== '*') return encodeURIComponent(segment)
  const name = segment.slice(1)
  const where = `parameter '${name}'`
  const value = textOf(where, params[name] ?? '')
  const parts = sign === '*' ? value.split('/') : [value]
  // URL parsers resolve '.' and '..', percent-encoded or not (WHATWG URL §4.1), and no route matches an empty segment.
  if (parts.some((part) => /^\.{0,2}$/.test(part)))
    throw new TypeError(`${where} is missing, or has an empty, '.' or '..' segment`)
  return parts.map(encodeURIComponent).join('/')
}

/**
 * The path of a route with its parameters in their places, and the query.
 *
 * @param path as declared: `/cities/:city`
 * @throws TypeError when a value cannot be in a URL
 */
export const printTarget = (path: string, params: unknown, query: unknown): string => {
  if (path[0] !== '/') throw new TypeError("a route's path begins with '/'")
  // Each value is looked at before it is printed.
  const values = (params ?? {}) as Readonly<Record<string, unknown>>
  const printed = path
    .split('/')
    .map((segment) => printSegment(segment, values))
    .join('/')
  const search = encodePairs('query', query)
  return search === '' ? printed : `${printed}?${search}`
}
