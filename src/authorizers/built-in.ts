import type { Either } from '#fp/Either'
import type { TaskEither } from '#fp/TaskEither'
import type { Authorizer, AuthorizerRequest, PrincipalIdentity } from '../authorizer.ts'
import type { HttpError } from '../error.ts'
import { assertOptions } from '../options.ts'
import { assertHeader, assertName, assertTtl } from './option.ts'

/** What an authorizer may tell handlers: gateways hand on no lists and records. */
export type AuthorizerContext = { readonly [name: string]: string | number | boolean }

/**
 * An IAM policy, as an authorizer may answer with it.
 *
 * @since 0.1.0
 */
export interface PolicyDocument {
  readonly Version?: string
  readonly Statement: ReadonlyArray<{
    readonly Effect: 'Allow' | 'Deny'
    readonly Action: string | ReadonlyArray<string>
    readonly Resource: string | ReadonlyArray<string>
  }>
}

interface Recognised<Context> {
  /** Who it is. */
  readonly principalId: string
  /** What the handler should know; it arrives as text. */
  readonly context?: Context
}

/**
 * Whom an authorizer has recognised, and what they may call.
 *
 * @since 0.1.0
 */
export type Grant<Context extends AuthorizerContext = AuthorizerContext> = Recognised<Context> &
  (RouteGrant | PolicyGrant)

interface RouteGrant {
  /**
   * The routes that the caller may call, none for nothing: `GET /cities/:city`, a route as the app declares it, or
   * `/cities/:city` for every method of it; `/cities/seattle` is that path, `/admin/*` everything below, and `*` everything.
   * What a caller has sent goes into a route by `printPath` alone, so that a `*` of theirs is only a sign:
   * `GET ${printPath('/users/:id', { id })}`. The gateway remembers them for the authorizer's `ttl`, so they
   * should be all that this caller may call, not only the route that is asked for.
   */
  readonly routes: ReadonlyArray<string>
  readonly policyDocument?: never
}

interface PolicyGrant {
  /** The same as an IAM policy for `execute-api:Invoke`, as a Lambda authorizer that exists already answers. */
  readonly policyDocument: PolicyDocument
  readonly routes?: never
}

type Granted<C extends AuthorizerContext> = Grant<C> | Either<HttpError, Grant<C>>

/** What a built-in authorizer's function may return. */
export type AuthorizerAnswer<C extends AuthorizerContext> =
  | Granted<C>
  | Promise<Granted<C>>
  | TaskEither<HttpError, Grant<C>>

/**
 * How an authorizer written in the app is asked.
 *
 * @since 0.1.0
 */
export interface AuthorizerOptions {
  /** The header that has the token, without which nobody is asked; `Authorization` when absent. */
  readonly header?: string
  /** How long an answer holds for the same token, in seconds, up to 3600 (0: not at all); 300 when absent. */
  readonly ttl?: number
  /** What the gateway calls it; the function's name when absent, or else `authorizer`. */
  readonly name?: string
}

/** The function's own name, where a gateway can have it. */
const nameOf = ({ name }: { readonly name: string }): string =>
  /^[A-Za-z0-9_-]{1,128}$/.test(name) ? name : 'authorizer'

/**
 * An authorizer that is written in the app: it is asked who has sent a token, and which routes they may call. It is
 * deployed as a function of its own, with a role of its own.
 *
 * An `UnauthorizedError`, thrown or a `Left`, is answered 401, and a route that is not granted 403. A `ForbiddenError`
 * grants nothing at all, for as long as the gateway remembers it. Whatever else goes
 * wrong is a 500: nobody gets in by a mistake.
 *
 * @throws TypeError when an option is unknown or malformed.
 * @since 0.1.0
 * @example
 * const demo = authorizer(({ token }) => {
 *   if (token !== 'allow') throw new UnauthorizedError('Unknown token')
 *   return { routes: ['GET /built-in'], principalId: 'user', context: { plan: 'free' } }
 * }, { name: 'demo', ttl: 60 })
 */
export const authorizer = <const C extends AuthorizerContext = Record<never, string>>(
  decide: (request: AuthorizerRequest) => AuthorizerAnswer<C>,
  options: AuthorizerOptions = {},
): Authorizer<PrincipalIdentity<{ readonly [K in keyof C]: string }>> => {
  if (typeof decide !== 'function')
    throw new TypeError('authorizer(…) takes a function: authorizer(({ token }) => …)')
  assertOptions('authorizer(…)', options, ['header', 'ttl', 'name'])
  const { header = 'Authorization', ttl = 300, name = nameOf(decide) } = options
  assertHeader('authorizer(…)', header)
  assertTtl('authorizer(…)', ttl)
  assertName('authorizer(…)', name)
  return Object.freeze({ kind: 'built-in', name, header, ttl, decide })
}
