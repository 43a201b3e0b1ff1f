import type { ErrorShape } from './error-shape.ts'
import type { FailureLog } from './failure.ts'
import { type Router, router } from './match.ts'
import { assertMiddleware, type Middleware } from './middleware.ts'
import { assertOptions } from './options.ts'
import { type Path, parsePath } from './path.ts'
import { type Distinct, type Merged, type Routes, routesOf } from './routes.ts'

const APP: unique symbol = Symbol.for('calix.app')

/**
 * What an app is told once, for all of its routes.
 *
 * @since 0.1.0
 */
export interface AppOptions {
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
  /** A path that a gateway's custom domain puts before every route's, such as `/api`; it is taken off. */
  readonly basePath?: Path
}

/**
 * An app: routes, options and the middleware around them all.
 *
 * @since 0.1.0
 */
export interface App<Table extends object = object> {
  readonly [APP]: true
  readonly options: AppOptions
  readonly routes: Routes<Table>
  /** What wraps every answer, unknown routes included; innermost first. */
  readonly middleware: ReadonlyArray<Middleware>
  readonly router: Router
}

const OPTIONS = ['name', 'debug', 'errorShape', 'log', 'defaults', 'basePath'] as const

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
export const calix = <const R extends ReadonlyArray<Routes>>(
  options: AppOptions,
  ...all: R & Distinct<R>
): App<Merged<R>> => {
  assertAppOptions(options, all)
  const routes = routesOf<Merged<R>>(all.flatMap((each: Routes) => each.list))
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

/** Whether a value is an app. @since 0.1.0 */
export const isApp = (value: unknown): value is App =>
  typeof value === 'object' && value !== null && APP in value
