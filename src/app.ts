import { assertContracts } from './assert-contracts.ts'
import type { Environment } from './environment.ts'
import type { ErrorShape } from './error-shape.ts'
import type { FailureLog } from './failure.ts'
import { type Router, router } from './match.ts'
import { assertMiddleware, type Middleware } from './middleware.ts'
import type { Met } from './needs.ts'
import { assertOptions } from './options.ts'
import { type Path, parsePath } from './path.ts'
import {
  type AnyEntry,
  type AnyRoutes,
  type Distinct,
  type EntriesOf,
  type Routes,
  routesOf,
} from './routes.ts'

const APP: unique symbol = Symbol.for('calix.app')

declare const GIVEN: unique symbol

/**
 * What an app is told once, for all of its routes.
 *
 * @since 0.1.0
 */
export interface AppOptions<Given = unknown> {
  /** The app's name. */
  readonly name?: string
  /** Answers an unexpected failure with its stack trace as text, instead of a message that tells nothing. */
  readonly debug?: boolean
  /** How errors look on the wire; `codeAndMessage` when absent, and `problem` is RFC 9457's. */
  readonly errorShape?: ErrorShape
  /** Where unexpected failures are logged; `console.error` when absent. */
  readonly log?: (failure: FailureLog) => void
  /** The innermost middleware, in the place of calix's own `errors()`, `json()` and `form()`. */
  readonly defaults?: ReadonlyArray<Middleware>
  /** What the app is given when it is started, by `lambda(app, …)`: clients, configuration. */
  readonly environment?: Environment<Given>
  /**
   * The status of a body that is well-formed and not what its route's contract says, when nothing else of the request is
   * wrong: 422 (RFC 9110 §15.5.21), or 400 as for every other part, which is the default.
   */
  readonly invalidBodyStatus?: 400 | 422
  /**
   * Whether answers are checked against their route's `returns`: one that does not match is logged, and answered as a 500.
   * Locally and in tests they are, deployed they are not, unless this says so.
   */
  readonly checksAnswers?: boolean
  /** A path that a gateway's custom domain puts before every route's, such as `/api`; it is taken off. */
  readonly basePath?: Path
}

/**
 * An app: routes, options and the middleware around them all. `Each` is the union of its routes' entries, and `Given` what
 * it is given when it is started.
 *
 * @since 0.1.0
 */
export interface App<Each extends AnyEntry = AnyEntry, Given = unknown> {
  readonly [APP]: true
  readonly [GIVEN]?: (given: Given) => void
  readonly options: AppOptions
  readonly routes: Routes<Each>
  /** What wraps every answer, unknown routes included; innermost first. */
  readonly middleware: ReadonlyArray<Middleware>
  readonly router: Router
}

const OPTIONS = [
  'name',
  'debug',
  'errorShape',
  'log',
  'defaults',
  'environment',
  'invalidBodyStatus',
  'checksAnswers',
  'basePath',
] as const

const isRoutes = (value: unknown): boolean => typeof value === 'object' && value !== null && 'list' in value

const assertAppOptions = (options: AppOptions, all: ReadonlyArray<unknown>): void => {
  if (typeof options !== 'object' || options === null || isRoutes(options))
    throw new TypeError('calix(…) takes options first, which may be empty: calix({}, index)')
  const other = all.find((each) => !isRoutes(each))
  if (other !== undefined)
    throw new TypeError(`calix(…) takes routes, route(get('/'), handler): got ${typeof other}`)
  assertOptions('calix(…)', options, OPTIONS)
  for (const each of options.defaults ?? []) assertMiddleware(each)
  if (options.basePath !== undefined && parsePath(options.basePath).some((each) => each.kind !== 'literal'))
    throw new TypeError(`calix(…): 'basePath' is a prefix of literals, not '${options.basePath}'`)
}

/**
 * An app of routes.
 *
 * @throws TypeError when two routes have the same method and shape of path, or an option is unknown.
 * @since 0.1.0
 * @example
 * export const app = calix({ name: 'helloworld' }, route(get('/'), () => ({ hello: 'world' })))
 */
export const calix = <const R extends ReadonlyArray<AnyRoutes>, Given = unknown>(
  options: AppOptions<Given>,
  ...all: R & Distinct<R> & Met<EntriesOf<R[number]>, Given>
): App<EntriesOf<R[number]>, Given> => {
  assertAppOptions(options, all)
  const routes = routesOf<EntriesOf<R[number]>>(all.flatMap((each: AnyRoutes) => each.list))
  assertContracts(routes.list)
  return Object.freeze({
    [APP]: true as const,
    options: Object.freeze(
      options.defaults === undefined
        ? { ...options }
        : { ...options, defaults: Object.freeze([...options.defaults]) },
    ),
    routes,
    middleware: Object.freeze([]),
    // Over the very routes of the app: what matches is one of them.
    router: router(routes.list),
  })
}

/**
 * Any app, whatever it is given when it is started.
 *
 * @since 0.1.0
 */
export type AnyApp = App<AnyEntry, never>

/**
 * What an app is to be given when it is started, as the parameters that say so: none where it says nothing, and as it likes
 * where nothing is known of it.
 */
// Of the whole app the compiler would look through every entry.
export type EnvironmentOf<A extends AnyApp> = A[typeof GIVEN] extends
  | ((given: infer Given) => void)
  | undefined
  ? [Given] extends [never]
    ? readonly [environment?: object]
    : unknown extends Given
      ? readonly []
      : readonly [environment: Given & object]
  : never

/** Whether a value is an app. @since 0.1.0 */
export const isApp = (value: unknown): value is AnyApp =>
  typeof value === 'object' && value !== null && APP in value
