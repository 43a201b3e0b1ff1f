import type { Endpoint, Method } from './endpoint.ts'
import type { Params } from './path.ts'
import type { Request } from './request.ts'
import type { Failure, Success } from './result.ts'
import { type Declaration, type Entry, type Routes, routesOf } from './routes.ts'

/** A route's row in the table of its `Routes`: the key is `"GET /cities/:city"`. */
type Row<M extends Method, P extends string, R> = {
  readonly [K in `${M} ${P}`]: Entry<Params<P>, Success<R>, Failure<R>>
}

/**
 * A route: an endpoint and the handler that answers there. It is a `Routes` of one, so whatever composes routes takes
 * it.
 *
 * The handler receives the request and returns a value, a `response(…)`, a Web `Response`, or any of these in a
 * `Promise`, an `Either<HttpError, A>` or a `TaskEither<HttpError, A>`. What it returns and which errors it returns are
 * in the route's type.
 *
 * @throws TypeError when it is given something else.
 * @since 0.1.0
 * @example
 * const city = route(get('/cities/:city'), ({ params }) => ({ city: params.city }))
 */
export const route = <const M extends Method, const P extends string, R, Known = unknown, Read = Known>(
  endpoint: Endpoint<M, P, Known>,
  handler: (request: Request<Params<P>, Read>) => R,
): Routes<Row<M, P, R>, Known extends Read ? unknown : Read> => {
  if (typeof endpoint !== 'object' || typeof handler !== 'function')
    throw new TypeError("route(…) takes an endpoint and a handler: route(get('/'), () => 'hello')")
  return routesOf([
    {
      methods: endpoint.methods,
      path: endpoint.path,
      contract: endpoint.contract,
      // The parameters that the handler reads are those of this very path: matching is what makes the two agree.
      handler: handler as Declaration['handler'],
      middleware: [],
      ...(endpoint.authorizers === undefined ? {} : { authorizers: endpoint.authorizers }),
    },
  ])
}
