import type { Handler } from './invoke.ts'
import type { KnownRoute } from './runtime.ts'

/** What a bundle exports: the entry's own exports, and calix as the entry resolves it, where it does. */
interface Exports {
  readonly entry: Readonly<Record<string, unknown>>
  readonly isApp?: (value: unknown) => boolean
  readonly lambda?: (app: unknown) => unknown
}

/** What an app tells about itself. */
interface AppShape {
  readonly options: { readonly name?: string }
  readonly routes: {
    readonly list: ReadonlyArray<{ readonly methods: ReadonlyArray<string>; readonly path: string }>
  }
}

/** The handler that an entry exports, or why there is none. */
type Exported =
  | {
      readonly tag: 'Found'
      readonly handler: Handler
      readonly routes: ReadonlyArray<KnownRoute>
      /** The app's own name, where it has one. */
      readonly name: string | undefined
    }
  | { readonly tag: 'Absent'; readonly reason: string }

const isFunction = (value: unknown): value is Handler['call'] => typeof value === 'function'

/** Whatever calix made it: one installed twice, in two versions, has two `isApp`. */
const isApp = (value: unknown): value is AppShape =>
  typeof value === 'object' && value !== null && Symbol.for('calix.app') in value

/** A handler of `lambda(app)` carries its app; another one has none. */
const appOf = (handler: Handler['call']): AppShape | undefined => {
  const app: unknown = 'app' in handler ? handler.app : undefined
  return isApp(app) ? app : undefined
}

const routesOf = (app: AppShape): ReadonlyArray<KnownRoute> =>
  app.routes.list.flatMap(({ methods, path }) => methods.map((method) => ({ method, path })))

/** A handler with what its app, if it has one, tells about itself. */
export const described = (handler: Handler['call']): Extract<Exported, { tag: 'Found' }> => {
  const app = appOf(handler)
  return {
    tag: 'Found',
    handler: { call: handler },
    routes: app === undefined ? [] : routesOf(app),
    name: app?.options.name,
  }
}

/**
 * Finds the handler in a bundle: the export `handler`, else the export `app`, else the default export, which may be
 * either.
 * @param bundle what importing the bundle gave
 * @param name how messages call the entry, such as `app.ts`
 */
export const findHandler = ({ entry, lambda }: Exports, name: string): Exported => {
  const exported = [entry.handler, entry.app, entry.default].find((each) => isFunction(each) || isApp(each))
  if (isFunction(exported)) return described(exported)
  if (exported !== undefined && lambda !== undefined) {
    const handler = lambda(exported)
    if (isFunction(handler)) return described(handler)
  }
  const hint =
    'export an app, `export const app = calix(…)`, or a handler, `export const handler = lambda(app)`.'
  return { tag: 'Absent', reason: `${name} exports no app and no handler: ${hint}` }
}
