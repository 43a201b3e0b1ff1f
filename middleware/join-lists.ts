import type { ProxyResult } from '../src/middleware.ts'

/** Makes one value of headers that a handler has given as lists, so that they can be read and added to (RFC 9110 §5.3). */
export const joinLists = (response: ProxyResult, names: ReadonlyArray<string>): void => {
  const lists = response.multiValueHeaders
  // Middleware may have left null here, as gateways do.
  if (!lists) return
  for (const name of Object.keys(lists)) {
    if (!names.includes(name.toLowerCase())) continue
    response.headers[name] = (lists[name] ?? []).join(', ')
    delete lists[name]
  }
}
