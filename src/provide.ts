import type { ErrorClass } from './contract.ts'
import type { Wanted } from './needs.ts'
import { assertOptions } from './options.ts'
import type { Request } from './request.ts'
import type { Failure, Success } from './result.ts'

const PROVIDER: unique symbol = Symbol.for('calix.provider')

declare const GIVES: unique symbol
declare const FAILS: unique symbol
declare const NEEDS: unique symbol

/** What gives handlers values, as data. */
export interface Provider {
  readonly [PROVIDER]: true
  readonly provide: (request: Request, needs: object) => unknown
  /** The errors that it may answer with, for documentation. */
  readonly errors: ReadonlyArray<ErrorClass>
}

/**
 * A typed middleware: it gives the handlers below it values, may end the request with errors of its own, and may itself
 * need what is around it.
 *
 * @since 0.1.0
 */
export interface Provides<Gives, Errors = never, Needs = never> extends Provider {
  readonly [GIVES]?: Gives
  readonly [FAILS]?: Errors
  readonly [NEEDS]?: Needs
}

/**
 * What a provider says of itself for documentation.
 *
 * @since 0.1.0
 */
export interface ProvideOptions {
  /** The errors that it may answer with. */
  readonly errors?: ReadonlyArray<ErrorClass>
}

/** What is given; who is calling is for authorizers alone to say. */
type Given<Gives> = 'identity' extends keyof Gives ? Omit<Gives, 'identity'> : Gives

/**
 * Gives the handlers below it values, under `use`: the user, a tenant, a connection. The function gets the request (before
 * it is decoded) and what is given around it, and returns a record: at once, or in a `Promise`, an `Either` or a
 * `TaskEither`, whose errors the routes then have too. Handlers read it from their second parameter.
 *
 * It runs when a request has reached a route below it and is let through by its authorizers, once for each request however
 * often it stands around the route: the outermost provider first, behind every middleware's `before`, in front of decoding
 * and of the handler.
 *
 * @throws TypeError when it is given something else.
 * @since 0.1.0
 * @example
 * const user = provide(({ headers }) =>
 *   headers['x-user'] === undefined
 *     ? E.left(new UnauthorizedError('Say who you are in x-user'))
 *     : E.right({ user: headers['x-user'] }),
 * )
 * const me = route(get('/me'), (_request, { user }: { user: string }) => ({ user }))
 * const app = calix({}, pipe(me, use(user)))
 */
export const provide = <R, N = unknown>(
  give: (request: Request, needs: N) => R,
  options: ProvideOptions = {},
): Provides<Given<Success<R>>, Failure<R>, Wanted<N, R>> => {
  if (typeof give !== 'function')
    throw new TypeError('provide(…) takes a function of the request: provide(({ headers }) => ({ … }))')
  assertOptions('provide(…)', options, ['errors'])
  return Object.freeze({
    [PROVIDER]: true as const,
    // What it needs is there, or the app it is in does not compile.
    provide: give as Provider['provide'],
    errors: Object.freeze([...(options.errors ?? [])]),
  })
}

/** Whether a value came from `provide`. */
export const isProvider = (value: unknown): value is Provider =>
  typeof value === 'object' && value !== null && PROVIDER in value
