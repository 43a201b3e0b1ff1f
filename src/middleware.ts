import type { ErrorClass } from './contract.ts'
import type { LambdaContext } from './request.ts'

/**
 * The event as middleware sees it: as it came, with its headers under lower-case names and no map missing.
 *
 * @since 0.1.0
 */
export interface HttpEvent {
  headers: Record<string, string>
  body?: unknown
  isBase64Encoded?: boolean
  requestContext: Record<string, unknown>
  [key: string]: unknown
}

/**
 * The answer as middleware sees it: a Lambda proxy result. Middleware may change it in place or replace it.
 *
 * @since 0.1.0
 */
export interface ProxyResult {
  statusCode: number
  headers: Record<string, string | number | boolean>
  multiValueHeaders?: Record<string, Array<string | number | boolean>>
  /** `set-cookie` values, one a cookie, whatever the gateway calls them. */
  cookies?: Array<string>
  body: string
  isBase64Encoded: boolean
}

/**
 * What middy hands from hook to hook.
 *
 * @since 0.1.0
 */
export interface MiddlewareRequest<Event = HttpEvent> {
  event: Event
  context: LambdaContext
  response: ProxyResult | undefined
  error: unknown
  /** What middleware tells middleware; `request` is the request as its handler gets it. */
  readonly internal: Record<string, unknown>
}

/**
 * The same, where there is an answer.
 *
 * @since 0.1.0
 */
export interface AnsweredRequest<Event = HttpEvent> extends MiddlewareRequest<Event> {
  response: ProxyResult
}

/** The names of the hooks, of which a middleware has at least one. */
const HOOKS = ['before', 'after', 'onError', 'preflight'] as const

/**
 * The headers that a `cors` adds to every answer, as data: a gateway has to add them to those answers that it gives itself.
 *
 * @since 0.1.0
 */
export interface CorsHeaders {
  /** The origins that may read: one, `*`, or several, of which the caller's is echoed. */
  readonly origins: ReadonlyArray<string>
  /** The headers that do not depend on the caller, by lower-case name. */
  readonly fixed: Readonly<Record<string, string>>
}

/**
 * Any middy middleware: calix's, a published one or your own. The hooks' parameters are open, so that middleware typed
 * for one event format is taken as well.
 *
 * @since 0.1.0
 */
export interface Middleware {
  readonly before?: ((request: never) => unknown) | undefined
  readonly after?: ((request: never) => unknown) | undefined
  readonly onError?: ((request: never) => unknown) | undefined
  /**
   * calix's addition to middy: answers a CORS preflight for routes of these methods, in the place of every other
   * middleware and of the handler.
   */
  readonly preflight?: ((request: never, methods: ReadonlyArray<string>) => unknown) | undefined
  /**
   * calix's addition to middy: the hooks read the event as it came, whatever its format and the case of its headers'
   * names, and do not change it; where all do, no copy is made for them.
   */
  readonly readsAnyEvent?: true | undefined
  /** calix's addition to middy: what it adds to answers for browsers of other origins. */
  readonly corsHeaders?: CorsHeaders | undefined
  /** calix's addition to middy: the errors that it answers with, for types and documentation. */
  readonly errors?: ReadonlyArray<ErrorClass> | undefined
}

/**
 * A middleware written where it is used: its hooks' parameters are known.
 *
 * @since 0.1.0
 */
export interface InlineMiddleware {
  readonly before?: (request: MiddlewareRequest) => unknown
  readonly after?: (request: AnsweredRequest) => unknown
  readonly onError?: (request: MiddlewareRequest) => unknown
}

/**
 * Refuses what is no middleware, before a request has to find out.
 *
 * @throws TypeError that says what is missing.
 */
export const assertMiddleware = (value: unknown): void => {
  const hooks: Partial<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {}
  const present = HOOKS.filter((name) => hooks[name] !== undefined)
  if (present.length === 0)
    throw new TypeError(
      `use(…) takes middy middleware, an object with ${HOOKS.slice(0, 3).join(', ')}: got ${
        typeof value === 'function'
          ? `the function '${value.name}'; was it meant to be called?`
          : String(value)
      }`,
    )
  for (const name of present)
    if (typeof hooks[name] !== 'function')
      throw new TypeError(`use(…): '${name}' of a middleware must be a function`)
}
