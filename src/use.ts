import { type AnyApp, isApp } from './app.ts'
import type { ErrorClass } from './contract.ts'
import { assertMiddleware, type InlineMiddleware, type Middleware } from './middleware.ts'
import type { Agrees, NeedsOf, Surrounded } from './needs.ts'
import { isProvider, type Provider, type Provides } from './provide.ts'
import { type AnyRoutes, type EntriesOf, type Routes, routesOf } from './routes.ts'

/** Routes in a middleware or a provider. */
type Wrapped<Self, Around> =
  Self extends Routes<infer Each>
    ? Around extends Provides<infer Gives, infer Errors, infer Needs>
      ? Routes<Surrounded<Each, Gives, Errors, Needs>>
      : Around extends { readonly errors: ReadonlyArray<ErrorClass<infer Errors>> }
        ? Routes<Surrounded<Each, unknown, Errors, never>>
        : Self
    : Self

/** Routes in some, of which only the kinds are known: they have their errors and needs, and nothing is sure to be given. */
type WrappedLoosely<Self, Around> =
  Self extends Routes<infer Each>
    ? Routes<Surrounded<Each, unknown, FailuresOf<Around>, WantsOf<Around>>>
    : Self

type FailuresOf<Around> =
  Around extends Provides<unknown, infer Errors, unknown>
    ? Errors
    : Around extends { readonly errors: ReadonlyArray<ErrorClass<infer Errors>> }
      ? Errors
      : never

type WantsOf<Around> = Around extends Provides<unknown, unknown, infer Needs> ? Needs : never

/** Routes in several, the last of them outermost. */
type WrappedIn<Self, All extends ReadonlyArray<unknown>> = All extends readonly [infer First, ...infer Others]
  ? WrappedIn<Wrapped<Self, First>, Others>
  : number extends All['length']
    ? WrappedLoosely<Self, All[number]>
    : Self

/** Nothing where providers give what the handlers need; otherwise a demand that no routes meet. */
type Fits<Self, All extends ReadonlyArray<unknown>> = All extends readonly [infer First, ...infer Others]
  ? (First extends Provides<infer Gives, unknown, unknown>
      ? Self extends AnyRoutes
        ? Agrees<NeedsOf<EntriesOf<Self>>, Gives>
        : {
            readonly error: 'use(provide(…)) goes around routes and groups of routes, before calix(…) takes them'
          }
      : unknown) &
      Fits<Wrapped<Self, First>, Others>
  : unknown

/** A middleware whose type says nothing of errors. */
type Silent = Middleware & { readonly errors?: undefined }

const wrapRoutes = (self: AnyRoutes, around: ReadonlyArray<Middleware | Provider>): AnyRoutes => {
  const middleware = around.filter((each) => !isProvider(each))
  const providers = around.filter(isProvider)
  return routesOf(
    self.list.map((each) => ({
      ...each,
      middleware: [...each.middleware, ...middleware],
      ...(providers.length === 0 ? {} : { providers: [...(each.providers ?? []), ...providers] }),
    })),
  )
}

const wrapApp = (self: AnyApp, around: ReadonlyArray<Middleware | Provider>): AnyApp => {
  if (around.some(isProvider))
    throw new TypeError(
      'use(provide(…)) goes around routes and groups of routes, before calix(…) takes them: calix({}, pipe(routes(a, b), use(provide(…))))',
    )
  const middleware = around.filter((each) => !isProvider(each))
  return Object.freeze({ ...self, middleware: Object.freeze([...self.middleware, ...middleware]) })
}

/**
 * Wraps a route, a group of routes or an app in middy middleware, calix's or anyone's, and routes in what gives their
 * handlers values, `provide(…)`.
 *
 * The last is the outermost: its `before` runs first, its `after` last. So `use(m, n)` is `use(m)` and then `use(n)`, and
 * what wraps a group wraps what wraps its routes. Every answer passes every `after` on its way out; where it is an
 * error's, a middleware that has an `onError` gets that instead. Providers run behind every `before`.
 *
 * @throws TypeError when something given is no middleware and no provider.
 * @since 0.1.0
 * @example
 * pipe(routes(stateOfCity, createUser), use(compress(), cors({ allowOrigin: 'https://foo.example.com' })))
 */
export function use(
  ...middleware: ReadonlyArray<InlineMiddleware>
): <Self extends AnyRoutes | AnyApp>(self: Self) => Self
export function use(
  ...middleware: ReadonlyArray<Silent>
): <Self extends AnyRoutes | AnyApp>(self: Self) => Self
export function use<const All extends ReadonlyArray<Middleware | Provider>>(
  ...around: All
): <Self extends AnyRoutes | AnyApp>(self: Self & Fits<Self, All>) => WrappedIn<Self, All>
export function use(...around: ReadonlyArray<Middleware | Provider>): (self: never) => unknown {
  for (const each of around) if (!isProvider(each)) assertMiddleware(each)
  return (self: AnyRoutes | AnyApp) => (isApp(self) ? wrapApp(self, around) : wrapRoutes(self, around))
}
