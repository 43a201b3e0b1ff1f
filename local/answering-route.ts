import { decodeSegments } from '../src/lambda/decode-segments.ts'
import { detect } from '../src/lambda/detect.ts'
import { literalsOf, withoutPrefix } from '../src/lambda/path-prefix.ts'
import { isPreflight } from '../src/lambda/preflight.ts'
import { router } from '../src/match.ts'
import type { Outline, OutlinedRoute } from '../src/outline.ts'
import type { KnownApp } from './runtime.ts'

/** A route of an app's that would answer a request, and how the app reads the request. */
export interface AnsweringRoute {
  readonly route: OutlinedRoute
  readonly method: string
  /** Without the stage and the app's base path, as policies name it. */
  readonly path: string
  /** The same as the event has it. */
  readonly rawPath: string
}

/**
 * A path as the router reads it: each segment decoded for itself, so that an encoded `/` stays within its own, and one
 * trailing `/` left out. Policies are evaluated on it: of two spellings of one path they cannot allow just one.
 */
const canonical = (path: string, isEncoded: boolean): string => {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
  return decodeSegments(trimmed, isEncoded)
}

/** The outline's routes for the app's own router; it reads nothing but methods and paths. */
const declared = ({ routes }: Outline) =>
  routes.map((route) => ({
    route,
    declaration: {
      methods: route.methods,
      path: route.path,
      contract: {},
      handler: () => undefined,
      middleware: [],
    },
  }))

/**
 * Finds the route whose handler would run for an event; `undefined` where none would: unknown paths, other methods,
 * OPTIONS that the app answers itself, preflights. The event is read and matched by the app's own code, because a
 * gateway that reads a request in another way than the app does leaves ways around its authorizers.
 */
export const answeringRoute = ({
  basePath,
  outline,
}: KnownApp): ((event: Record<string, unknown>) => AnsweringRoute | undefined) => {
  const all = declared(outline)
  const { match, methodsOf } = router(all.map(({ declaration }) => declaration))
  const routes = new Map<unknown, OutlinedRoute>(all.map(({ route, declaration }) => [declaration, route]))
  // It has been checked where the app was made.
  const prefix = basePath === undefined ? undefined : literalsOf(basePath as '/')

  return (event) => {
    const format = detect(event)
    if (format === undefined) return undefined
    const method = format.method(event)
    const path = withoutPrefix(format.path(event), prefix, format.isEncoded)
    const hasOptions = (): boolean =>
      methodsOf(path, format.isEncoded)?.routes.some((each) => each.methods.some(isOptions)) === true
    if (isPreflight(event, method) && !hasOptions()) return undefined
    const found = match(method, path, format.isEncoded)
    const route = found.kind === 'found' ? routes.get(found.route) : undefined
    return route && { route, method, path: canonical(path, format.isEncoded), rawPath: path }
  }
}

const isOptions = (method: string): boolean => method === 'OPTIONS'
