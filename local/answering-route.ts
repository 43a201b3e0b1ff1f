import { canonicalPath } from '../src/lambda/decode-segments.ts'
import { detect } from '../src/lambda/detect.ts'
import { literalsOf, withoutPrefix } from '../src/lambda/path-prefix.ts'
import { isPreflight } from '../src/lambda/preflight.ts'
import type { OutlinedRoute } from '../src/outline.ts'
import { outlineRouter } from '../src/outline-router.ts'
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
 * Finds the route whose handler would run for an event; `undefined` where none would: unknown paths, other methods,
 * OPTIONS that the app answers itself, preflights. The event is read and matched by the app's own code, because a
 * gateway that reads a request in another way than the app does leaves ways around its authorizers.
 */
export const answeringRoute = ({
  basePath,
  outline,
}: KnownApp): ((event: Record<string, unknown>) => AnsweringRoute | undefined) => {
  const { find, methodsOf } = outlineRouter(outline)
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
    const route = find(method, path, format.isEncoded)
    return route && { route, method, path: canonicalPath(path, format.isEncoded), rawPath: path }
  }
}

const isOptions = (method: string): boolean => method === 'OPTIONS'
