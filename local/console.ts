import type { KnownRoute } from './runtime.ts'
import type { Access } from './server.ts'

/** The routes as a table, a line each: the method, then the path. */
export const routeTable = (routes: ReadonlyArray<KnownRoute>): string => {
  const width = Math.max(0, ...routes.map(({ method }) => method.length))
  return routes.map(({ method, path }) => `${method.padEnd(width)} ${path}`).join('\n')
}

/** The path of a target without its query, which may hold secrets; nothing in it can steer a terminal. */
export const printable = (target: string): string =>
  (target.split('?', 1)[0] ?? '').replace(/[^!-~]/g, (char) => encodeURIComponent(char))

/** One line a request: method, path, status, milliseconds. */
export const accessLine = ({ method = '-', target = '-', status, milliseconds }: Access): string =>
  `${method} ${printable(target)} ${status ?? 'aborted'} ${Math.round(milliseconds)} ms`

/** Said before changed code is loaded. */
export const RESTARTING = 'Restarting local dev server.'

/** Said once connections are accepted; scripts wait for it. */
export const servingLine = (url: string): string => `Serving on ${url}`
