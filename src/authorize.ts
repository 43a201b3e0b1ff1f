import type { ApiKeyAuthorizer, Authorizer, Identifies } from './authorizer.ts'
import type { AnyEndpoint, Endpoint } from './endpoint.ts'
import type { ForbiddenError, UnauthorizedError } from './error.ts'
import type { Guarded } from './guarded.ts'
import type { Agrees, NeedsOf, Surrounded } from './needs.ts'
import { type AnyEntry, type AnyRoutes, type EntriesOf, type Routes, routesOf } from './routes.ts'

/** What several authorizers say together. */
export type IdentityOf<A extends ReadonlyArray<Authorizer>> = A extends readonly [
  Identifies<infer I>,
  ...infer Rest extends ReadonlyArray<Authorizer>,
]
  ? Rest extends readonly []
    ? I
    : I & IdentityOf<Rest>
  : unknown

/** What a gateway can ask of a request: one authorizer, and beside it for an API key. */
type Pair =
  | readonly []
  | readonly [Authorizer]
  | readonly [Authorizer, ApiKeyAuthorizer & Identifies<unknown>]
  | readonly [ApiKeyAuthorizer & Identifies<unknown>, Authorizer]

/** What is authorized, with what its handlers may then read. */
export type Authorized<Self, Identity> =
  Self extends Endpoint<infer K, infer C>
    ? C extends Guarded<unknown>
      ? Self
      : Endpoint<K, C & Guarded<Refusal<Identity>, Identity>>
    : Self extends Routes<infer Each>
      ? Routes<Guarding<Each, Identity>>
      : never

/** Entries in a group's authorizers, which say nothing of the caller of an endpoint that has its own. */
type Guarding<Each extends AnyEntry, Identity> = Each extends { readonly contract: Guarded<unknown> }
  ? Each
  : Surrounded<Each, { readonly identity: Identity }, Refusal<Identity>, never>

/** The errors of authorizers; that of none at all says nothing of the caller. */
type Refusal<Identity> = unknown extends Identity ? never : UnauthorizedError | ForbiddenError

/** Nothing where the handlers read what the authorizer says; otherwise a demand that no routes meet. */
type Said<Self, Identity> = Self extends AnyRoutes
  ? Agrees<NeedsOf<EntriesOf<Self>>, { readonly identity: Identity }>
  : unknown

const KINDS = ['api-key', 'iam', 'cognito', 'jwt', 'custom', 'built-in']

const assertAuthorizers = (authorizers: ReadonlyArray<unknown>): void => {
  for (const each of authorizers) {
    const kind = typeof each === 'object' && each !== null && 'kind' in each ? each.kind : undefined
    if (typeof kind !== 'string' || !KINDS.includes(kind))
      throw new TypeError(
        `authorize(…) takes authorizers, such as apiKey() or iam(): got ${
          typeof each === 'function'
            ? `the function '${each.name}'; was it meant to be called, or given to authorizer(…)?`
            : String(each)
        }`,
      )
  }
}

const assertPair = (authorizers: ReadonlyArray<Authorizer>): void => {
  const others = authorizers.filter(({ kind }) => kind !== 'api-key')
  if (others.length > 1 || authorizers.length - others.length > 1)
    throw new TypeError(
      `authorize(…) takes one authorizer and apiKey() beside it, which is what gateways can ask of a request: got ${authorizers
        .map(({ name }) => name)
        .join(', ')}`,
    )
}

/** An app's routes are in it for good: guarding what only looks like a group would leave them open. */
const assertGuardable = (value: object): void => {
  if (!('list' in value) && !('methods' in value))
    throw new TypeError(
      'authorize(…) goes around endpoints, routes and groups of routes, before calix(…) takes them: calix({}, pipe(routes(a, b), authorize(…)))',
    )
}

/**
 * Says who may call: an endpoint, a route or a group of routes. Deployed, the gateway enforces it before the function
 * runs; locally the local server does. Preflights stay open, as browsers send them without credentials.
 *
 * The handler of an endpoint that is authorized reads `request.identity` with the authorizer's type. A group can be
 * authorized only by what says all that its handlers read. The innermost counts: a route's own goes before its group's,
 * and `authorize()` leaves a route open in a group that is not.
 *
 * @throws TypeError when something given is no authorizer, or there are more than one beside `apiKey()`.
 * @since 0.1.0
 * @example
 * route(pipe(get('/me'), authorize(users)), ({ identity }) => ({ id: identity.claims.sub }))
 * pipe(routes(listCities, stateOfCity), prefix('/v1'), authorize(apiKey()))
 */
export const authorize = <const A extends Pair>(
  ...authorizers: A
): (<Self extends AnyEndpoint | AnyRoutes>(
  self: Self & Said<Self, IdentityOf<A>>,
) => Authorized<Self, IdentityOf<A>>) => {
  assertAuthorizers(authorizers)
  assertPair(authorizers)
  const all: ReadonlyArray<Authorizer> = Object.freeze([...authorizers])
  return <Self extends AnyEndpoint | AnyRoutes>(self: Self & Said<Self, IdentityOf<A>>) => {
    assertGuardable(self)
    const authorized: object =
      'list' in self
        ? routesOf(self.list.map((each) => ({ ...each, authorizers: each.authorizers ?? all })))
        : Object.freeze({
            ...self,
            authorizers: ('authorizers' in self ? self.authorizers : undefined) ?? all,
          })
    // What is authorized keeps its kind, which the compiler does not follow through a conditional type.
    return authorized as Authorized<Self, IdentityOf<A>>
  }
}
