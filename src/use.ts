import { type App, isApp } from './app.ts'
import { assertMiddleware, type InlineMiddleware, type Middleware } from './middleware.ts'
import { type AnyRoutes, type Routes, routesOf } from './routes.ts'

const wrapRoutes = (self: AnyRoutes, middleware: ReadonlyArray<Middleware>): Routes =>
  routesOf(self.list.map((each) => ({ ...each, middleware: [...each.middleware, ...middleware] })))

const wrapApp = (self: App, middleware: ReadonlyArray<Middleware>): App =>
  Object.freeze({ ...self, middleware: Object.freeze([...self.middleware, ...middleware]) })

/**
 * Wraps a route, a group of routes or an app in middy middleware, calix's or anyone's.
 *
 * The last middleware is the outermost: its `before` runs first, its `after` last. So `use(m, n)` is `use(m)` and then
 * `use(n)`, and what wraps a group wraps what wraps its routes. Every answer passes every `after` on its way out; where
 * it is an error's, a middleware that has an `onError` gets that instead.
 *
 * @throws TypeError when something given is no middleware.
 * @since 0.1.0
 * @example
 * pipe(routes(stateOfCity, createUser), use(compress(), cors({ allowOrigin: 'https://foo.example.com' })))
 */
export function use(
  ...middleware: ReadonlyArray<InlineMiddleware>
): <Self extends AnyRoutes | App>(self: Self) => Self
export function use(
  ...middleware: ReadonlyArray<Middleware>
): <Self extends AnyRoutes | App>(self: Self) => Self
export function use(
  ...middleware: ReadonlyArray<Middleware>
): <Self extends AnyRoutes | App>(self: Self) => Self {
  for (const each of middleware) assertMiddleware(each)
  // What is wrapped keeps its type: middleware changes how routes answer, not which routes there are.
  return <Self extends AnyRoutes | App>(self: Self) =>
    (isApp(self) ? wrapApp(self, middleware) : wrapRoutes(self, middleware)) as Self
}
