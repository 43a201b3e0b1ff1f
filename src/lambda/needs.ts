import type { Provider } from '../provide.ts'
import type { Request } from '../request.ts'
import { isResponse } from '../response.ts'
import { isWebResponse } from './draft.ts'
import { unfold } from './outcome.ts'

/** What handlers and providers are given beside the request. */
export type Given = Readonly<Record<string, unknown>>

/**
 * Goes on with what a provider's or a handler's value comes to, now or later; an error goes out as it is.
 *
 * @param depth how often it has unfolded already
 */
export const settle = (given: unknown, then: (value: unknown) => unknown, depth = 0): unknown => {
  const come = unfold(given, depth)
  if (come.kind === 'later') return come.promise.then((value) => settle(value, then, come.depth))
  return come.kind === 'error' ? { _tag: 'Left', left: come.error } : then(come.value)
}

/** A Reader is given what it needs; everything else is at hand. */
export const read = (value: unknown, needs: Given): unknown =>
  typeof value === 'function' ? value(needs) : value

/**
 * What is given, and who is calling, which is asked for when it is read. That is the authorizers' alone to say, whatever
 * else is given under this name.
 */
export const withIdentity = (given: Given, request: Request): Given => ({
  ...given,
  get identity() {
    return request.identity
  },
})

/** Whether a provider's value is what it gives: an answer is not, which would end the request if it were heeded. */
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !isResponse(value) && !isWebResponse(value) && isWhole(value)

/** Whether all that an object has is its own, so that it can be merged with others: what a class has of methods is not. */
export const isWhole = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== 'object' || prototype === null || Object.getPrototypeOf(prototype) === null)
    return true
  return Object.getOwnPropertyNames(prototype).every((name) => name === 'constructor') && isWhole(prototype)
}

const kindOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return 'a list'
  return isResponse(value) || isWebResponse(value)
    ? 'an answer'
    : 'an object with methods of a class: name it, { it }'
}

/** The providers of a route in the order in which they give. */
export const inOrder = (innermostFirst: ReadonlyArray<Provider>): ReadonlyArray<Provider> =>
  innermostFirst.toReversed()

/**
 * Goes on with what providers give, each of which is given what those before it gave. One that stands around a route more
 * than once is asked once, and what it gave is given again at each of its places: the innermost counts.
 *
 * @throws TypeError when one gives no record.
 */
export const provided = (
  providers: ReadonlyArray<Provider>,
  ask: (provider: Provider, given: Given) => unknown,
  environment: Given,
  then: (given: Given) => unknown,
): unknown => {
  const asked = new Map<Provider, object>()
  const from = (index: number, given: Given): unknown => {
    const provider = providers[index]
    if (provider === undefined) return then(given)
    const before = asked.get(provider)
    if (before !== undefined) return from(index + 1, { ...given, ...before })
    return settle(read(ask(provider, given), given), (value) => {
      if (!isRecord(value))
        throw new TypeError(
          `provide(…) gives a record, such as { user }, or a Left of an error: got ${kindOf(value)}`,
        )
      asked.set(provider, value)
      return from(index + 1, { ...given, ...value })
    })
  }
  return from(0, environment)
}
