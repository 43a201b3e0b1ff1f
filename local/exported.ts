// Whichever calix has made an app: one installed twice, in two versions, marks them alike.
import { type AnyApp, isApp } from '../src/app.ts'
import { outlineOf } from '../src/outline.ts'
import { type Description, writeDocument } from './documentation/written.ts'
import type { Handler } from './invoke.ts'
import type { KnownApp, KnownRoute, Outcome } from './runtime.ts'

/** What a bundle exports: the entry's own exports, and calix as the entry resolves it, where it does. */
interface Exports {
  readonly entry: Readonly<Record<string, unknown>>
  readonly isApp?: (value: unknown) => boolean
  readonly lambda?: (app: unknown) => unknown
}

/** The handler that an entry exports, or why there is none. */
type Exported =
  | {
      readonly tag: 'Found'
      readonly handler: Handler
      readonly routes: ReadonlyArray<KnownRoute>
      /** The app's own name, where it has one. */
      readonly name: string | undefined
      readonly app: KnownApp | undefined
      /** Writes the app's document. */
      readonly document: (description: Description) => Promise<Outcome>
    }
  | { readonly tag: 'Absent'; readonly reason: string }

const isFunction = (value: unknown): value is Handler['call'] => typeof value === 'function'

/** A handler of `lambda(app)` carries its app; another one has none. */
const appOf = (handler: Handler['call']): AnyApp | undefined => {
  const app: unknown = 'app' in handler ? handler.app : undefined
  return isApp(app) ? app : undefined
}

const routesOf = (app: AnyApp): ReadonlyArray<KnownRoute> =>
  app.routes.list.flatMap(({ methods, path }) => methods.map((method) => ({ method, path })))

/**
 * What a gateway needs to know of an app. How its errors look is the app's own code: where that fails, it is said in
 * calix's way, since nothing that fails there may leave a route without its guard.
 */
export const knownApp = (app: AnyApp): KnownApp => {
  const { errorShape: _, ...options } = app.options
  const { basePath } = options
  try {
    return { outline: outlineOf(app), basePath }
  } catch {
    return { outline: outlineOf({ ...app, options }), basePath }
  }
}

/** A handler with what its app, if it has one, tells about itself. */
export const described = (handler: Handler['call']): Extract<Exported, { tag: 'Found' }> => {
  const app = appOf(handler)
  return {
    tag: 'Found',
    handler: { call: handler },
    routes: app === undefined ? [] : routesOf(app),
    name: app?.options.name,
    app: app === undefined ? undefined : knownApp(app),
    document: (description) => writeDocument(app, description),
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
