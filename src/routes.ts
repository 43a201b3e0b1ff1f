import type { Monoid } from '#fp/Monoid'
import type { Authorizer } from './authorizer.ts'
import type { Contract } from './contract.ts'
import type { Method } from './endpoint.ts'
import type { Middleware } from './middleware.ts'
import { type Join, joinPaths, type Path, parsePath } from './path.ts'
import type { Provider } from './provide.ts'
import type { Request } from './request.ts'

/**
 * One route in the type of its `Routes`: its key (`"GET /cities/:city"`), its contract, what its handler returns, the errors
 * that what stands around it adds, and what it needs that nothing around it has given; `never` is nothing. What a Reader
 * needs is in what the handler returns.
 *
 * @since 0.1.0
 */
export interface Entry<K extends string = string, C = object, R = unknown, Errors = unknown, Needs = never> {
  readonly key: K
  readonly contract: C
  readonly returns: R
  readonly errors: Errors
  readonly needs: Needs
}

/** An entry, whatever it needs. */
export type AnyEntry = Entry<string, object, unknown, unknown, unknown>

/** One route as data: what matching, deployment and documentation read. */
export interface Declaration {
  readonly methods: ReadonlyArray<Method>
  readonly path: string
  readonly contract: Contract
  readonly handler: (request: Request, needs: object) => unknown
  /** What wraps the handler, innermost first. */
  readonly middleware: ReadonlyArray<Middleware>
  /** Who may call; anybody when absent or empty. */
  readonly authorizers?: ReadonlyArray<Authorizer>
  /** What gives the handler values, innermost first. */
  readonly providers?: ReadonlyArray<Provider>
}

declare const ENTRIES: unique symbol

/** Where the type of routes says which there are. */
type Entries = typeof ENTRIES

/**
 * Routes, in order. `Each` is the union of their entries.
 *
 * @since 0.1.0
 */
export interface Routes<Each extends AnyEntry = Entry> {
  readonly [ENTRIES]: Each
  readonly list: ReadonlyArray<Declaration>
}

/** Routes, whatever their handlers need. */
export type AnyRoutes = Routes<AnyEntry>

/** The entries of some routes. */
export type EntriesOf<R extends AnyRoutes> = R[Entries]

/**
 * The table of some routes: an entry for each, under `"GET /cities/:city"`.
 *
 * @since 0.1.0
 */
export type TableOf<R extends AnyRoutes> = { readonly [E in R[Entries] as E['key']]: E }

/** Routes of some declarations, whose entries the caller knows. */
export const routesOf = <Each extends AnyEntry>(list: ReadonlyArray<Declaration>): Routes<Each> => {
  const routes: Pick<Routes, 'list'> = {
    list: Object.freeze(
      list.map((each) => Object.freeze({ ...each, middleware: Object.freeze([...each.middleware]) })),
    ),
  }
  // What the type of routes says beside their list is for the compiler alone.
  return Object.freeze(routes) as Routes<Each>
}

/**
 * A key's claim of a place. It is of names alone, so that the compiler need not look for type parameters in it: it would in
 * a function type, twice a route.
 */
interface Claim<K extends string, Place> {
  // biome-ignore lint/style/useShorthandFunctionType: see above.
  (each: { readonly [Each in K]: Place }): void
}

type KeysOf<R> = R extends AnyRoutes ? R[Entries]['key'] : never

/** The keys that several routes have; only computed to be read in an error. */
type Repeated<
  R extends ReadonlyArray<AnyRoutes>,
  I extends keyof R = keyof R & `${number}`,
> = I extends unknown ? KeysOf<R[I]> & KeysOf<R[Exclude<keyof R & `${number}`, I>]> : never

/**
 * Nothing when every route is there once; otherwise a demand that no argument meets, whose text is the error.
 *
 * All claims at once are `never` where one key claims two places, since no value is both. It is asked of every table of
 * routes, so it takes a fixed number of steps a route, by contravariance: a fold would not.
 */
export type Distinct<R extends ReadonlyArray<AnyRoutes>> = {
  [I in keyof R]: Claim<R[I][Entries]['key'], I>
}[number] extends (each: infer All) => void
  ? [All] extends [never]
    ? { readonly error: `${Repeated<R> & string} is declared more than once` }
    : unknown
  : unknown

/**
 * Routes one after the other. `routes()` is empty, and with it this is a monoid: it associates, so any grouping of
 * routes is as good as any other.
 *
 * @since 0.1.0
 * @example
 * const cities = routes(listCities, stateOfCity)
 */
export const routes = <const R extends ReadonlyArray<AnyRoutes>>(
  ...all: R & Distinct<R>
): Routes<R[number][Entries]> => routesOf(all.flatMap((each: AnyRoutes) => each.list))

/** `routes` as fp-ts's `Monoid`, for `concatAll` and the like. @since 0.1.0 */
export const monoid: Monoid<Routes> = {
  concat: (a, b) => routesOf([...a.list, ...b.list]),
  empty: routesOf([]),
}

/** A key whose path follows another path. */
type Moved<A extends string, K extends string> = K extends `${infer M} ${infer P}` ? `${M} ${Join<A, P>}` : K

/** Entries whose paths follow another path. What an entry has is asked of it: to infer it costs the compiler thrice as much. */
type Prefixed<A extends string, Each extends AnyEntry> = Each extends unknown
  ? Entry<Moved<A, Each['key']>, Each['contract'], Each['returns'], Each['errors'], Each['needs']>
  : never

/**
 * Puts a path before the path of every route; it may have parameters, which the request's `params` then hold too.
 *
 * @throws TypeError when the path is malformed, ends in a `*rest`, or names a parameter that a route names as well.
 * @since 0.1.0
 * @example
 * pipe(routes(listCities, stateOfCity), prefix('/v1'))
 */
export const prefix = <const A extends Path>(
  path: A,
): (<Each extends AnyEntry>(self: Routes<Each>) => Routes<Prefixed<A, Each>>) => {
  if (parsePath(path).some((segment) => segment.kind === 'rest'))
    throw new TypeError(`prefix('${path}') takes the remainder of every path, so nothing can follow it`)
  return (self) =>
    routesOf(
      self.list.map((each) => {
        const joined = joinPaths(path, each.path)
        parsePath(joined)
        return { ...each, path: joined }
      }),
    )
}
