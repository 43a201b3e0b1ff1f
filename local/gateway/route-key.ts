import type { Deployment } from './gateway.ts'

/** The route that a gateway names in an event. */
interface MatchedRoute {
  /** As API Gateway writes it: `GET /cities/{city}`. */
  readonly routeKey: string
  /** Its path alone: `/cities/{city}`. */
  readonly resource: string
  /** What its parameters hold, percent-encoded as sent. */
  readonly parameters: ReadonlyArray<readonly [name: string, value: string]>
}

/**
 * Finds the route that a gateway would name: a literal segment goes before a parameter, a parameter before the rest, an
 * exact method before any ("Routing API requests", API Gateway Developer Guide). A route for GET stands for HEAD too.
 *
 * @param routes what the gateway knows, as `GET /cities/:city`; the method `ANY` or `*` stands for every method
 * @param method the request's method
 * @param path the request's path, percent-encoded, without a stage
 * @since 0.1.0
 */
export const matchRoute = (
  routes: NonNullable<Deployment['routes']>,
  method: string,
  path: string,
): MatchedRoute | undefined => {
  const segments = path.split('/')
  let best: Candidate | undefined
  for (const route of routes) {
    const any = route.method === '*' || route.method.toUpperCase() === 'ANY'
    // Deployed, a route for GET is one for HEAD as well, since it answers that.
    const isHead = method === 'HEAD' && route.method.toUpperCase() === 'GET'
    if (!any && !isHead && route.method.toUpperCase() !== method.toUpperCase()) continue
    const found = matchPath(route.path.split('/'), segments)
    if (found === undefined) continue
    const rank = found.rank + (any ? '2' : isHead ? '1' : '0')
    if (best !== undefined && best.rank <= rank) continue
    const resource = resourceOf(route.path)
    const name = any ? 'ANY' : isHead ? 'HEAD' : route.method.toUpperCase()
    best = { rank, route: { routeKey: `${name} ${resource}`, resource, parameters: found.parameters } }
  }
  return best?.route
}

/**
 * Writes a path as API Gateway does: `/a/:b/*rest` is `/a/{b}/{rest+}`.
 *
 * @since 0.1.0
 */
export const resourceOf = (path: string): string =>
  path
    .split('/')
    .map((segment) => {
      if (segment.startsWith(':')) return `{${segment.slice(1)}}`
      return segment.startsWith('*') ? `{${segment.slice(1) || 'proxy'}+}` : segment
    })
    .join('/')

interface Candidate {
  readonly rank: string
  readonly route: MatchedRoute
}

type PathMatch = Pick<Candidate, 'rank'> & Pick<MatchedRoute, 'parameters'>

const matchPath = (template: readonly string[], segments: readonly string[]): PathMatch | undefined => {
  const parameters: Array<readonly [string, string]> = []
  let rank = ''
  for (const [index, expected] of template.entries()) {
    const actual = segments[index]
    if (expected.startsWith('*')) {
      const rest = segments.slice(index).join('/')
      return rest === ''
        ? undefined
        : { rank: `${rank}2`, parameters: [...parameters, [expected.slice(1) || 'proxy', rest]] }
    }
    if (actual === undefined) return undefined
    if (expected.startsWith(':')) {
      if (actual === '') return undefined
      parameters.push([expected.slice(1), actual])
      rank += '1'
    } else if (expected === actual) rank += '0'
    else return undefined
  }
  return template.length === segments.length ? { rank, parameters } : undefined
}
