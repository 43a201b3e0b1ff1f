import type { AnyApp } from '../app.ts'
import { andThen, type Eventual } from '../eventual.ts'
import type { OtherMethods } from '../match.ts'
import type { Middleware, ProxyResult } from '../middleware.ts'
import { isPromiseLike } from '../result.ts'
import type { Declaration } from '../routes.ts'
import type { Deadline } from './deadline.ts'
import type { Fields } from './fields.ts'
import type { Format } from './format.ts'
import { headerOf } from './headers.ts'
import type { State } from './hook.ts'
import { proxyResult } from './proxy-result.ts'

/** A preflight, as browsers send it: https://fetch.spec.whatwg.org/#cors-preflight-request */
export const isPreflight = (event: Fields, method: string): boolean =>
  method === 'OPTIONS' &&
  headerOf(event, 'origin') !== undefined &&
  headerOf(event, 'access-control-request-method') !== undefined

/** The route that answers for its path where no method matches: one with CORS, so that a browser may read the answer. */
export const spokesman = (routes: ReadonlyArray<Declaration>): Declaration | undefined =>
  routes.find(({ middleware }) => middleware.some((each) => each.preflight !== undefined)) ?? routes[0]

/** What a preflight asks about, and who answers it. */
export interface Preflight {
  /** The route of the method asked about, or the path's first; `undefined` where the path has no route. */
  readonly route: Declaration | undefined
  /** The routes of the path; `undefined` where it has none. */
  readonly others: OtherMethods | undefined
  /** The methods that would be answered. */
  readonly methods: ReadonlyArray<string>
  /** The innermost `cors` around the route, whose headers its answers have as well. */
  readonly answer: Middleware['preflight']
}

/**
 * What a preflight asks of an app; `undefined` where the path has an OPTIONS route of its own. On a path without a route
 * the app's `cors` lets any method through: what follows is a 404, which the caller can then read.
 */
export const preflightOf = (
  app: AnyApp,
  event: Fields,
  format: Format,
  path: string,
): Preflight | undefined => {
  const asked = headerOf(event, 'access-control-request-method') ?? ''
  const others = app.router.methodsOf(path, format.isEncoded)
  if (others?.routes.some((each) => each.methods.includes('OPTIONS'))) return undefined
  const match = app.router.match(asked, path, format.isEncoded)
  const route = match.kind === 'found' ? match.route : spokesman(others?.routes ?? [])
  const around = [...(route?.middleware ?? []), ...app.middleware]
  const answer = around.find((each) => each.preflight !== undefined)?.preflight
  return { route, others, methods: others?.allow ?? [asked], answer }
}

/** Has a preflight answered; the hook is waited for no longer than Lambda does. */
export const answerPreflight = (
  answer: NonNullable<Middleware['preflight']>,
  methods: ReadonlyArray<string>,
  state: State,
  deadline: Deadline,
): Eventual<ProxyResult> => {
  // A middleware's hooks are open in their types: that it answers preflights is what this one is for.
  const given: unknown = answer(state as never, methods)
  return isPromiseLike(given)
    ? andThen(deadline.race(Promise.resolve(given), state.context), proxyResult)
    : proxyResult(given)
}
