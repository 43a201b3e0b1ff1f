import { type Either, left, right } from '#fp/Either'
import type { Outline } from '../src/outline.ts'
import { mostSpecific, needed } from './fall-through.ts'
import {
  type GatewayMethod,
  isSame,
  METHODS,
  MOST_RESOURCES,
  OPEN,
  type Place,
  placesOf,
  shapeOf,
  shapeOfResource,
  type Target,
} from './place.ts'

const isOpen = (each: GatewayMethod): boolean => isSame(each, OPEN)

/** Whether everything is let through there, to the app's own function. */
const isAllOpen = ({ methods }: Place): boolean => methods.every(isOpen)

/** Whether a REST API can have it: https://docs.aws.amazon.com/apigateway/latest/api/API_Resource.html */
const isPossible = ({ path }: Place): boolean => /^(?:\/(?:[\w.:-]*|\{\w+\+?\}))+$/.test(path)

const tooMany = (gateway: string, what: string, quota: number, count: number): string =>
  `gateway '${gateway}' has ${quota} ${what} and the routes need ${count}: have AWS raise the quota and say so by apiGatewayQuota, or split the app`

/** What of a REST API's places is needed when they are more than its quota. */
const neededPlaces = (all: ReadonlyArray<Place>): ReadonlyArray<Place> =>
  needed(all, {
    isNeeded: (place) => !isAllOpen(place) || place.path === '/',
    fallsWell: fallsOpen,
    withParents: true,
  })

const fallsOpen = ({ sample }: Place, kept: ReadonlyArray<Place>): boolean => {
  const found = mostSpecific(kept, sample)
  return found !== undefined && isAllOpen(found)
}

/**
 * The methods and resources of a REST API. What no route declares goes to the app as well, so that an unknown path, another
 * method, HEAD and a preflight are answered by the app itself. Which route a request is for is asked of the app's own
 * router, so that nothing which is guarded can be reached by another way.
 *
 * Past the quota of resources, those that are open and have no function of their own are left out where their requests
 * come to another that is open as well, in the end to the one of the remaining paths: the app answers them alike. So are
 * those whose paths a REST API cannot have.
 *
 * @returns what is wrong when a REST API cannot have them
 */
export const restMethods = (
  outline: Outline,
  isSingle: boolean,
  quota: number,
): Either<string, ReadonlyArray<GatewayMethod>> => {
  const every = placesOf(outline, isSingle)
  if (every.length === MOST_RESOURCES) return left(tooMany('rest', 'resources', quota, every.length))
  const all = every.filter(isPossible)
  const places = all.length <= quota ? all : neededPlaces(all)
  const impossible = every.filter(
    (place) => !isPossible(place) && !(isAllOpen(place) && fallsOpen(place, places)),
  )
  if (impossible.length > 0)
    return left(
      `gateway 'rest' has letters, digits, '.', '_', '-' and ':' in paths, and a route with an authorizer or a function of its own needs ${impossible.map(({ path }) => `'${path}'`).join(', ')}: use another path, or gateway 'http'`,
    )
  return places.length > quota
    ? left(tooMany('rest', 'resources', quota, places.length))
    : right(places.flatMap(({ methods }) => methods))
}

/** A route of an HTTP API that might be left out, since its requests may come to another that does the same. */
interface HttpRoute extends GatewayMethod {
  readonly path: string
  readonly sample: string
  /** The methods of requests that come to it. */
  readonly takes: ReadonlyArray<string>
  /** Whether a route of the app declares it. */
  readonly isDeclared: boolean
}

const httpRoutesOf = (
  { path, sample, methods }: Place,
  isDeclared: (method: string) => boolean,
): ReadonlyArray<HttpRoute> => {
  const explicit = methods.map(({ method }) => method).filter((method) => method !== 'ANY')
  return methods.map((each) => ({
    ...each,
    path,
    sample,
    takes: each.method === 'ANY' ? METHODS.filter((method) => !explicit.includes(method)) : [each.method],
    isDeclared: isDeclared(each.method),
  }))
}

/** Where a request comes to in an HTTP API: path and method must match, the most specific path first, ANY last. */
const httpTarget = (routes: ReadonlyArray<HttpRoute>, method: string, sample: string): Target => {
  const able = routes.filter((route) => route.method === method || route.method === 'ANY')
  const found = mostSpecific(able, sample)
  const exact = able.find((route) => route.path === found?.path && route.method === method)
  return exact ?? found ?? OPEN
}

/**
 * The routes of an HTTP API, with `$default` for whatever they leave, which the app answers itself. Those that no route
 * declares are only there where their requests would come to another that does not do the same; past the quota, the
 * same holds for those that are open and have no function of their own.
 *
 * @returns what is wrong when there are more than the quota in any case
 */
export const httpMethods = (
  outline: Outline,
  isSingle: boolean,
  quota: number,
): Either<string, ReadonlyArray<GatewayMethod>> => {
  const declared = new Set(
    outline.routes.flatMap(({ methods, path }) => methods.map((method) => `${method} ${shapeOf(path)}`)),
  )
  const places = placesOf(outline, isSingle)
  if (places.length === MOST_RESOURCES) return left(tooMany('http', 'routes', quota, places.length))
  const all = places.flatMap((place) =>
    httpRoutesOf(place, (method) => declared.has(`${method} ${shapeOfResource(place.path)}`)),
  )
  const fallsWell = ({ takes, sample, ...target }: HttpRoute, kept: ReadonlyArray<HttpRoute>): boolean =>
    takes.every((method) => isSame(httpTarget(kept, method, sample), target))
  const explicit = needed(all, {
    isNeeded: (route) => route.isDeclared || !isOpen(route),
    fallsWell,
    withParents: false,
  })
  const routes =
    explicit.length < quota
      ? explicit
      : needed(all, { isNeeded: (route) => !isOpen(route), fallsWell, withParents: false })
  const others: GatewayMethod = { method: 'ANY', path: undefined, ...OPEN }
  const shown = routes.map(({ method, path, function: target, guard }) => ({
    method,
    path,
    function: target,
    guard,
  }))
  return shown.length >= quota
    ? left(tooMany('http', 'routes', quota, shown.length + 1))
    : right([...shown, others])
}
