import type { Monoid } from '#fp/Monoid'
import type { Authorizer } from './authorizer.ts'
import type { Contract } from './contract.ts'
import type { Method } from './endpoint.ts'
import type { Middleware } from './middleware.ts'
import { type Join, joinPaths, type Path, parsePath } from './path.ts'
import type { Request } from './request.ts'

/**
 * What a route takes and how it can end, in the type of its `Routes`.
 *
 * @since 0.1.0
 */
export interface Entry<In = unknown, Out = unknown, Errors = unknown> {
  readonly in: In
  readonly out: Out
  readonly errors: Errors
}

/** One route as data: what matching, deployment and documentation read. */
export interface Declaration {
  readonly methods: ReadonlyArray<Method>
  readonly path: string
  readonly contract: Contract
  readonly handler: (request: Request) => unknown
  /** What wraps the handler, innermost first. */
  readonly middleware: ReadonlyArray<Middleware>
  /** Who may call; anybody when absent or empty. */
  readonly authorizers?: ReadonlyArray<Authorizer>
}

declare const TABLE: unique symbol
declare const IDENTITY: unique symbol

/**
 * Routes, in order; `Table` has an entry for each, under `"GET /cities/:city"`. `Identity` is what their handlers read of
 * the caller and no authorizer has promised yet: `authorize` does.
 *
 * @since 0.1.0
 */
export interface Routes<Table extends object = object, Identity = unknown> {
  readonly [TABLE]?: Table
  readonly [IDENTITY]?: (identity: Identity) => void
  readonly list: ReadonlyArray<Declaration>
}

/**
 * The table of some routes.
 *
 * @since 0.1.0
 */
export type TableOf<R> = R extends Routes<infer Table, never> ? Table : never

/** Routes of some declarations, whose table the caller knows. */
export const routesOf = <Table extends object, Identity = unknown>(
  list: ReadonlyArray<Declaration>,
): Routes<Table, Identity> =>
  Object.freeze({
    list: Object.freeze(
      list.map((each) => Object.freeze({ ...each, middleware: Object.freeze([...each.middleware]) })),
    ),
  })

type Key<R> = R extends Routes<infer Table, never> ? keyof Table : never

/** One object of all that a tuple's elements are parameters of, by contravariance: linear where a fold is not. */
type Intersection<Functions> = [Functions] extends [(each: infer All) => void] ? All : never

/**
 * Each route's keys, with its place: all at once they are `never` where two places claim one key, since no value is both.
 * It is asked of every table of routes, so it takes a fixed number of steps a route.
 */
type Places<R extends ReadonlyArray<unknown>> = Intersection<
  { [I in keyof R]: (each: { [K in Key<R[I]>]: I }) => void }[number]
>

/** The keys that several routes have; only computed to be read in an error. */
type Repeated<R extends ReadonlyArray<unknown>, I extends keyof R = keyof R & `${number}`> = I extends unknown
  ? Key<R[I]> & Key<R[Exclude<keyof R & `${number}`, I>]>
  : never

/** Nothing when every route is there once; otherwise a demand that no argument meets, whose text is the error. */
export type Distinct<R extends ReadonlyArray<unknown>> = [Places<R>] extends [never]
  ? { readonly error: `${Repeated<R> & string} is declared more than once` }
  : unknown

/** The tables of several routes as one. */
export type Merged<R extends ReadonlyArray<unknown>> =
  Intersection<{ [I in keyof R]: (each: TableOf<R[I]>) => void }[number]> extends infer All
    ? { readonly [K in keyof All]: All[K] }
    : never

/** What all of some routes' handlers read of the caller: each of them must be told. */
export type IdentitiesOf<R extends ReadonlyArray<unknown>> = [R[number]] extends [
  { readonly [IDENTITY]?: (identity: infer Identity) => void },
]
  ? Identity
  : unknown

/** Routes, whatever their handlers read of the caller. */
export type AnyRoutes = Routes<object, never>

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
): Routes<Merged<R>, IdentitiesOf<R>> => routesOf(all.flatMap((each: AnyRoutes) => each.list))

/** `routes` as fp-ts's `Monoid`, for `concatAll` and the like. @since 0.1.0 */
export const monoid: Monoid<Routes> = {
  concat: (a, b) => routesOf([...a.list, ...b.list]),
  empty: routesOf([]),
}

/** A table whose paths follow another path. */
export type Prefixed<A extends string, Table> = {
  readonly [K in keyof Table as K extends `${infer M} ${infer P}` ? `${M} ${Join<A, P>}` : never]: Table[K]
}

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
): (<Table extends object, Identity>(
  self: Routes<Table, Identity>,
) => Routes<Prefixed<A, Table>, Identity>) => {
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
