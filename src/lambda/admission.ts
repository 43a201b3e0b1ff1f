import type { App } from '../app.ts'
import type { Authorizer } from '../authorizer.ts'
import { ForbiddenError, type HttpError, UnauthorizedError } from '../error.ts'
import type { Declaration } from '../routes.ts'
import { type Fields, text } from './fields.ts'
import type { Format } from './format.ts'
import { isGranted } from './grant.ts'
import { grantedRoutes, identityOf } from './identity.ts'

/** What stands for a parameter: no path of a route has it, so no literal is taken by mistake. */
const ANYTHING = '\u0001'

/**
 * The route of the app that a gateway's own route is for: `/cities/{city}` of a REST API's `resource` or an HTTP API's
 * `routeKey`. `undefined` where the gateway names none (`$default`, a function URL) or one that the app has not.
 */
export const routeChosen = (app: App, method: string, event: Fields): Declaration | undefined => {
  const key = text(event.routeKey)
  const path = text(event.resource) ?? (key?.includes(' ') ? key.slice(key.indexOf(' ') + 1) : undefined)
  if (path === undefined) return undefined
  // A rest is more than one segment, so that it is never taken for a parameter.
  const sample = path
    .replaceAll(/\{[^/}]+\+\}/g, `${ANYTHING}/${ANYTHING}`)
    .replaceAll(/\{[^/}]+\}/g, ANYTHING)
  const match = app.router.match(method, sample, false)
  return match.kind === 'found' ? match.route : undefined
}

/** Authorizers that leave the same trace in an event. */
const TRACES: { readonly [K in Authorizer['kind']]: string } = {
  'api-key': 'api-key',
  iam: 'iam',
  cognito: 'token',
  jwt: 'token',
  custom: 'principal',
  'built-in': 'principal',
}

const isSame = (a: Authorizer, b: Authorizer): boolean =>
  a === b || (a.kind !== 'built-in' && JSON.stringify(a) === JSON.stringify(b))

/** Whether no other authorizer of the app leaves the same trace. */
const isUnmistakable = (app: App, authorizers: ReadonlyArray<Authorizer>): boolean =>
  app.routes.list
    .flatMap((route) => route.authorizers ?? [])
    .every((other) =>
      authorizers.every((each) => TRACES[each.kind] !== TRACES[other.kind] || isSame(each, other)),
    )

/** A request for a route that has authorizers. */
export interface Caller {
  readonly event: Fields
  readonly format: Format
  readonly method: string
  /** The path, percent-decoded segment by segment. */
  readonly path: string
}

/**
 * Whether a request has come past a route's authorizers. The gateway is what asks them; this makes sure that it has,
 * since a catch-all route, a load balancer or a path that a gateway reads in another way than calix does would otherwise
 * be a way around. The event must say who is calling, and where the gateway has chosen a route of its own, that must be
 * the route which answers. Where it names none that the app has, as a catch-all made by hand, no other authorizer may
 * leave the same trace.
 *
 * An API key is no proof of who somebody is, and emulators of gateways leave no trace of it: at its own route it is the
 * gateway's to ask for alone.
 */
const isAdmitted = (
  app: App,
  route: Declaration,
  authorizers: ReadonlyArray<Authorizer>,
  { event, format, method }: Caller,
): boolean => {
  const chosen = routeChosen(app, method, event)
  const isKnown = identityOf(authorizers, event, format) !== undefined
  if (chosen === route)
    // Gateways leave OPTIONS open for preflights.
    return isKnown || (method !== 'OPTIONS' && authorizers.every(({ kind }) => kind === 'api-key'))
  if (chosen?.authorizers !== undefined && chosen.authorizers.length > 0) return false
  return isKnown && isUnmistakable(app, authorizers)
}

/**
 * Why a request may not reach a route that has authorizers; `undefined` when it may. What a built-in authorizer has
 * granted is checked once more, exactly: in the gateway's policy a `*` stands for slashes as well.
 */
export const refusalOf = (
  app: App,
  route: Declaration,
  authorizers: ReadonlyArray<Authorizer>,
  caller: Caller,
): HttpError | undefined => {
  if (!isAdmitted(app, route, authorizers, caller)) return new UnauthorizedError('Unauthorized')
  if (!authorizers.some(({ kind }) => kind === 'built-in')) return undefined
  const granted = grantedRoutes(caller.event)
  return granted === undefined ||
    granted.some((each) => isGranted(each, route.path, caller.method, caller.path))
    ? undefined
    : new ForbiddenError('User is not authorized to access this resource')
}
