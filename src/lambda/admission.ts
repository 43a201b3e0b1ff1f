import { ANYTHING } from '../anything.ts'
import type { AnyApp } from '../app.ts'
import type { Authorizer } from '../authorizer.ts'
import { ForbiddenError, type HttpError, UnauthorizedError } from '../error.ts'
import type { Declaration } from '../routes.ts'
import { type Fields, text } from './fields.ts'
import type { Format } from './format.ts'
import { isGranted } from './grant.ts'
import { grantedRoutes, identityOf } from './identity.ts'

/** The path of the route that a gateway has chosen, as it writes it. */
const pathChosen = (event: Fields): string | undefined => {
  const key = text(event.routeKey)
  return text(event.resource) ?? (key?.includes(' ') ? key.slice(key.indexOf(' ') + 1) : undefined)
}

/** A path without its parameters' names, which a gateway may have changed: `/{}/{+}`. */
const shapeOf = (path: string): string =>
  path.replaceAll(/\/(?::[^/]+|\{[^/}+]+\})/g, '/{}').replace(/\/(?:\*[^/]+|\{[^/}]+\+\})$/, '/{+}')

/** The routes of apps by the shapes of their paths, made when the first request asks. */
const byShape = new WeakMap<AnyApp, ReadonlyMap<string, ReadonlyArray<Declaration>>>()

const routesLike = (app: AnyApp, path: string): ReadonlyArray<Declaration> => {
  const known = byShape.get(app) ?? Map.groupBy(app.routes.list, (route) => shapeOf(route.path))
  byShape.set(app, known)
  return known.get(shapeOf(path)) ?? []
}

/** The route of a method that the app declares at a gateway's very path. */
const routeWritten = (app: AnyApp, method: string, path: string): Declaration | undefined => {
  const there = routesLike(app, path)
  const find = (name: string) => there.find(({ methods }) => methods.some((each) => each === name))
  return find(method) ?? (method === 'HEAD' ? find('GET') : undefined) ?? find('ANY')
}

/**
 * The route of the app that a gateway's own route is for: `/cities/{city}` of a REST API's `resource` or an HTTP API's
 * `routeKey`. `undefined` where the gateway names none (`$default`, a function URL) or one that the app has not.
 */
export const routeChosen = (app: AnyApp, method: string, event: Fields): Declaration | undefined => {
  const path = pathChosen(event)
  if (path === undefined) return undefined
  const own = routeWritten(app, method, path)
  if (own !== undefined) return own
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
const isUnmistakable = (app: AnyApp, authorizers: ReadonlyArray<Authorizer>): boolean =>
  app.routes.list
    .flatMap((route) => route.authorizers ?? [])
    .every((other) =>
      authorizers.every((each) => TRACES[each.kind] !== TRACES[other.kind] || isSame(each, other)),
    )

/** Whether a token has one of the scopes that each authorizer asks for. */
const hasScopes = (authorizers: ReadonlyArray<Authorizer>, identity: object): boolean => {
  const had = 'scopes' in identity && Array.isArray(identity.scopes) ? identity.scopes : []
  return authorizers.every((each) => {
    const asked = 'scopes' in each ? each.scopes : []
    return asked.length === 0 || asked.some((scope) => had.includes(scope))
  })
}

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
  app: AnyApp,
  route: Declaration,
  authorizers: ReadonlyArray<Authorizer>,
  { event, format, method }: Caller,
): boolean => {
  const chosen = routeChosen(app, method, event)
  const identity = identityOf(authorizers, event, format)
  if (chosen === route) {
    // Gateways leave OPTIONS open for preflights, and a rest may be a catch-all that is open.
    const isOwn = method !== 'OPTIONS' && pathChosen(event)?.includes('+}') !== true
    return identity !== undefined || (isOwn && authorizers.every(({ kind }) => kind === 'api-key'))
  }
  if (chosen?.authorizers !== undefined && chosen.authorizers.length > 0) return false
  return identity !== undefined && isUnmistakable(app, authorizers) && hasScopes(authorizers, identity)
}

/**
 * Why a request may not reach a route that has authorizers; `undefined` when it may. What a built-in authorizer has
 * granted is checked once more, exactly: in the gateway's policy a `*` stands for slashes as well.
 */
export const refusalOf = (
  app: AnyApp,
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
