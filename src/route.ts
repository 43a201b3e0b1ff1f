import type { Answerable } from './ending.ts'
import { type Endpoint, isEndpoint } from './endpoint.ts'
import type { Needed } from './needs.ts'
import type { DecodedRequest } from './request.ts'
import { type Declaration, type Entry, type Routes, routesOf } from './routes.ts'

/**
 * A route: an endpoint and the handler that answers there. It is a `Routes` of one, so whatever composes routes takes
 * it.
 *
 * The handler receives the request and what it needs, and returns a value, a `response(…)`, a Web `Response`, or any of
 * these in a `Promise`, an `Either<HttpError, A>`, a `TaskEither<HttpError, A>` or a `ReaderTaskEither<Needs, HttpError, A>`.
 * What it needs is what its second parameter, or its Reader, is said to be: `use(provide(…))`, `authorize(…)` around the
 * route and the app's environment meet it. What it returns, which errors it returns and what it needs are in the route's
 * type.
 *
 * @throws TypeError when it is given something else.
 * @since 0.1.0
 * @example
 * const city = route(get('/cities/:city'), ({ params }) => ({ city: params.city }))
 */
export const route = <K extends string, C extends object, R extends Answerable<C, R>, N = unknown>(
  endpoint: Endpoint<K, C>,
  handler: (request: DecodedRequest<K, C>, needs: N) => R,
): Routes<Entry<K, C, R, never, Needed<N>>> => {
  if (!isEndpoint(endpoint) || typeof handler !== 'function')
    throw new TypeError("route(…) takes an endpoint and a handler: route(get('/'), () => 'hello')")
  const { authorizers, contract, methods, path } = endpoint
  return routesOf([
    {
      methods,
      path,
      contract,
      // What the handler reads is what matching and decoding make of a request for this very endpoint.
      handler: handler as Declaration['handler'],
      middleware: [],
      ...(authorizers === undefined ? {} : { authorizers }),
    },
  ])
}
