import type { Provider } from '../provide.ts'
import type { Request } from '../request.ts'
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

/** What is given, and who is calling, which is asked for when it is read. */
export const withIdentity = (given: Given, request: Request): Given =>
  Object.hasOwn(given, 'identity')
    ? given
    : {
        ...given,
        get identity() {
          return request.identity
        },
      }

/** The providers of a route in the order in which they run, each once. */
export const inOrder = (innermostFirst: ReadonlyArray<Provider>): ReadonlyArray<Provider> => [
  ...new Set(innermostFirst.toReversed()),
]

/**
 * Goes on with what providers give, each of which is given what those before it gave.
 *
 * @throws TypeError when one gives no record.
 */
export const provided = (
  providers: ReadonlyArray<Provider>,
  ask: (provider: Provider, given: Given) => unknown,
  environment: Given,
  then: (given: Given) => unknown,
): unknown => {
  const from = (index: number, given: Given): unknown => {
    const provider = providers[index]
    if (provider === undefined) return then(given)
    return settle(read(ask(provider, given), given), (value) => {
      if (typeof value !== 'object' || value === null)
        throw new TypeError(`provide(…) gives a record, such as { user }: got ${String(value)}`)
      return from(index + 1, { ...given, ...value })
    })
  }
  return from(0, environment)
}
