import { emptyValues, type Values } from '../values.ts'

import { type Fields, fields, texts } from './fields.ts'

/** Decodes a name or value of a query: `+` is a space, and what is no percent-encoding stays as it is (WHATWG URL §5.1). */
const decode = (encoded: string): string => {
  const spaced = encoded.includes('+') ? encoded.replaceAll('+', ' ') : encoded
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    // URLSearchParams decodes what it can; it splits at `&` and `=`, which are data here.
    const escaped = encoded.replaceAll('&', '%26').replaceAll('=', '%3D')
    return new URLSearchParams(`_=${escaped}`).get('_') ?? spaced
  }
}

const add = (query: Record<string, Array<string>>, name: string, value: string): void => {
  const list = query[name]
  if (list === undefined) query[name] = [value]
  else list.push(value)
}

/** The parameters of a query string, every value of each, in order. */
export const parseQuery = (query: string): Values<ReadonlyArray<string>> => {
  const all = emptyValues<Array<string>>()
  if (query === '') return all
  for (const pair of query.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    if (at === -1) add(all, decode(pair), '')
    else add(all, decode(pair.slice(0, at)), decode(pair.slice(at + 1)))
  }
  return all
}

/** The parameters of an event's two maps: the one with every value wins. `isEncoded`: ALB leaves both sides as sent. */
export const queryMaps = (event: Fields, isEncoded: boolean): Values<ReadonlyArray<string>> => {
  const multi = fields(event.multiValueQueryStringParameters)
  const single = fields(event.queryStringParameters)
  const all = emptyValues<Array<string>>()
  for (const map of [multi, single])
    for (const name in map) {
      if (map === single && Object.hasOwn(multi, name)) continue
      for (const value of texts(map[name]))
        if (isEncoded) add(all, decode(name), decode(value))
        else add(all, name, value)
    }
  return all
}

/** The last value of each parameter. */
export const lastOf = (all: Values<ReadonlyArray<string>>): Values<string> => {
  const last = emptyValues<string>()
  for (const name in all) last[name] = all[name]?.at(-1) ?? ''
  return last
}
