import { emptyValues, type Values } from '../values.ts'

import { type Fields, fields, texts } from './fields.ts'

const collect = (into: Record<string, string>, map: Fields, isTaken: (name: string) => boolean): void => {
  for (const name in map) {
    const key = name.toLowerCase()
    if (isTaken(key)) continue
    for (const value of texts(map[name])) {
      const before = into[key]
      into[key] = before === undefined ? value : `${before}${key === 'cookie' ? '; ' : ','}${value}`
    }
  }
}

const isNeverTaken = () => false

/**
 * An event's headers by lower-case name. `multiValueHeaders` wins over `headers`; names that differ in case are one;
 * repeated values are joined by a comma, cookies by a semicolon (RFC 9110 §5.3, RFC 9113 §8.2.3).
 */
export const headersOf = (event: Fields): Values<string> => {
  const headers = emptyValues<string>()
  if (event.multiValueHeaders == null) {
    collect(headers, fields(event.headers), isNeverTaken)
    return headers
  }
  collect(headers, fields(event.multiValueHeaders), isNeverTaken)
  const fromMulti = new Set(Object.keys(headers))
  collect(headers, fields(event.headers), (name) => fromMulti.has(name))
  return headers
}

/** One header of an event, without reading the others where each is there once. */
export const headerOf = (event: Fields, name: string): string | undefined => {
  if (event.multiValueHeaders != null) return headersOf(event)[name]
  const headers = fields(event.headers)
  const direct = headers[name]
  if (typeof direct === 'string') return direct
  for (const key in headers)
    if (key.length === name.length && key.toLowerCase() === name) return headersOf(event)[name]
  return undefined
}

/** The cookies of a `cookie` header: raw values by name, the first of each name. */
export const cookiesOf = (header: string | undefined): Values<string> => {
  const cookies = emptyValues<string>()
  if (header === undefined) return cookies
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at === -1) continue
    const name = pair.slice(0, at).trim()
    if (name !== '' && !(name in cookies)) cookies[name] = pair.slice(at + 1).trim()
  }
  return cookies
}
