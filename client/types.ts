import type { AnyApp } from '../src/app.ts'
import type { AnswerOf, ErrorsOf } from '../src/ends.ts'
import type { HttpError } from '../src/error.ts'
import type { AnyEntry, TableOf } from '../src/routes.ts'
import type { ClientTask } from './client.ts'
import type { ClientError, RouteError } from './error.ts'
import type { InputOf } from './input.ts'
import type { Received } from './received.ts'

/** The paths that have a route for a method. */
type PathsOf<Table, M extends string> = keyof Table extends infer K
  ? K extends `${M | 'ANY'} ${infer P}`
    ? P
    : never
  : never

/** The entry for a method and a path; of a path for every method, that one's. */
type EntryAt<Table, M extends string, P extends string> = Table extends {
  readonly [K in `${M} ${P}`]: infer E extends AnyEntry
}
  ? E
  : Table extends { readonly [K in `ANY ${P}`]: infer E extends AnyEntry }
    ? E
    : never

/** An error as it arrives: its status is its type. */
type Arrived<E> = E extends HttpError<infer S> ? RouteError<S> : never

/** A status that no type says; the names of those that are said are still offered. */
type OtherStatus = number & {}

/** What a call can fail with: what its route's type says, what no route's type does, and what is no route's. */
export type CallError<E extends AnyEntry> = ClientError | Arrived<ErrorsOf<E>> | RouteError<OtherStatus>

/** A call of a route: what it takes, and what it comes to. The table is asked once, since asking it takes all of it. */
type Verb<Table, M extends string, Paths extends string = PathsOf<Table, M>> = <
  P extends Paths,
  E extends AnyEntry = EntryAt<Table, M, P>,
>(
  path: P,
  ...input: InputOf<P, E['contract']>
) => ClientTask<ClientError | Arrived<ErrorsOf<E>> | RouteError<OtherStatus>, Received<AnswerOf<E>>>

/** The same for HEAD, which GET's route answers where there is none of its own, without a body. */
type HeadVerb<Table, Paths extends string = PathsOf<Table, 'HEAD' | 'GET'>> = <
  P extends Paths,
  E extends AnyEntry = [EntryAt<Table, 'HEAD', P>] extends [never]
    ? EntryAt<Table, 'GET', P>
    : EntryAt<Table, 'HEAD', P>,
>(
  path: P,
  ...input: InputOf<P, E['contract']>
) => ClientTask<ClientError | RouteError, null>

/** A table of some entries. */
type Keyed<Each> = { readonly [E in Each as E extends AnyEntry ? E['key'] : never]: E }

/**
 * A client of a table of routes. A call looks through all of its verb's table, which is therefore of that verb's routes
 * alone; and it is written out for each, since the compiler would look through what an alias is given as well.
 */
export interface ClientOfTable<Table> {
  readonly get: Verb<Keyed<Table[keyof Table & `${'GET' | 'ANY'} ${string}`]>, 'GET'>
  readonly put: Verb<Keyed<Table[keyof Table & `${'PUT' | 'ANY'} ${string}`]>, 'PUT'>
  readonly post: Verb<Keyed<Table[keyof Table & `${'POST' | 'ANY'} ${string}`]>, 'POST'>
  readonly patch: Verb<Keyed<Table[keyof Table & `${'PATCH' | 'ANY'} ${string}`]>, 'PATCH'>
  readonly del: Verb<Keyed<Table[keyof Table & `${'DELETE' | 'ANY'} ${string}`]>, 'DELETE'>
  readonly options: Verb<Keyed<Table[keyof Table & `${'OPTIONS' | 'ANY'} ${string}`]>, 'OPTIONS'>
  readonly head: HeadVerb<Keyed<Table[keyof Table & `${'HEAD' | 'GET' | 'ANY'} ${string}`]>>
}

/**
 * A client of an app.
 *
 * @since 0.1.0
 */
export type Client<A extends AnyApp> = ClientOfTable<TableOf<A['routes']>>
