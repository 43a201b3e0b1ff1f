import type { AnyApp } from '../app.ts'
import { attempt, type Eventual } from '../eventual.ts'
import type { Match, OtherMethods } from '../match.ts'
import type { Middleware, ProxyResult } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import type { Declaration } from '../routes.ts'
import { emptyValues, type Values } from '../values.ts'
import { deadline } from './deadline.ts'
import { malformedPath, otherMethods, unknownPath } from './endings.ts'
import { type Failing, failed, whereOf } from './failed.ts'
import { type Fields, fields } from './fields.ts'
import type { Format } from './format.ts'
import { guarded } from './guarded.ts'
import type { State } from './hook.ts'
import type { Given } from './needs.ts'
import type { Handler, Stack } from './onion.ts'
import { answerPreflight, isPreflight, preflightOf, spokesman } from './preflight.ts'
import { LambdaRequest } from './request.ts'
import { stack } from './stack.ts'

/** Answers a request of an app. */
export type Dispatch = (
  event: Fields,
  context: LambdaContext,
  format: Format,
  method: string,
  path: string,
) => Eventual<ProxyResult>

const OPEN: ReadonlyArray<never> = Object.freeze([])

const NO_PARAMS: Values<string> = Object.freeze(emptyValues<string>())

/** The event as middleware expects it, apart from the one that came: lower-case header names, no map missing. */
const normalise = (event: Fields, format: Format): Fields => ({
  ...event,
  headers: { ...format.headers(event) },
  requestContext: fields(event.requestContext),
})

/** A value made once for each key, when it is first asked for: most cold starts answer one route. */
const once = <K extends object, A>(make: (key: K) => A): ((key: K) => A) => {
  const made = new WeakMap<K, A>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/** An app's way from a request to its answer: the route, its middleware, its handler. */
export const dispatcher = (
  app: AnyApp,
  defaults: ReadonlyArray<Middleware>,
  failing: Failing,
  environment: Given,
): Dispatch => {
  const ground = {
    deadline: deadline(),
    fallback: (state: State) => failed(state.error, () => whereOf(state), failing),
  }
  const around = (handler: Handler, route?: Declaration): Stack =>
    stack(handler, [...defaults, ...(route?.middleware ?? []), ...app.middleware], ground)

  const stackOfRoute = once((route: Declaration) => around(guarded(route, app, environment), route))
  const stacksOfPath = once((_spokesman: Declaration) => new Map<string, Stack>())
  const stackOfMethods = (match: OtherMethods): Stack => {
    const route = spokesman(match.routes)
    if (route === undefined) return around(otherMethods(match))
    const stacks = stacksOfPath(route)
    const key = match.allow.join()
    const made = stacks.get(key) ?? around(otherMethods(match), route)
    stacks.set(key, made)
    return made
  }
  const stackOfEnding = once((ending: Handler) => around(ending))

  const stackOf = (match: Match): Stack => {
    if (match.kind === 'found') return stackOfRoute(match.route)
    if (match.kind === 'other-methods') return stackOfMethods(match)
    return stackOfEnding(match.kind === 'unknown-path' ? unknownPath : malformedPath)
  }

  /** Whether the middleware between the gateway and calix's own innermost can do with the event as it came. */
  const readsAnyEvent = (middleware: ReadonlyArray<Middleware>): boolean =>
    middleware.every((each) => each.readsAnyEvent)
  const isOuterBare = readsAnyEvent(defaults) && readsAnyEvent(app.middleware)
  const isInnerBare = once((route: Declaration) => ({ yes: readsAnyEvent(route.middleware) }))
  const isBare = (route: Declaration | undefined): boolean =>
    isOuterBare && (route === undefined || route.middleware.length === 0 || isInnerBare(route).yes)

  const requestOf = (
    event: Fields,
    context: LambdaContext,
    format: Format,
    method: string,
    path: string,
    match: Match,
  ) =>
    match.kind === 'found'
      ? new LambdaRequest(
          format,
          event,
          context,
          method,
          path,
          match.route.path,
          match.params,
          match.route.authorizers ?? OPEN,
        )
      : new LambdaRequest(format, event, context, method, path, '', NO_PARAMS, OPEN)

  /** Answers a preflight: by `cors`, or without one around the route, as any OPTIONS request, in that route's middleware. */
  const preflight = (
    event: Fields,
    context: LambdaContext,
    format: Format,
    path: string,
  ): Eventual<ProxyResult> | undefined => {
    const asked = preflightOf(app, event, format, path)
    if (asked === undefined) return undefined
    const seen = normalise(event, format)
    if (asked.answer !== undefined) {
      const state = { event: seen, context, response: undefined, error: undefined, internal: {} }
      return answerPreflight(asked.answer, asked.methods, state, ground.deadline)
    }
    const { others, route } = asked
    if (others === undefined) return undefined
    const request = requestOf(event, context, format, 'OPTIONS', path, others)
    return around(otherMethods(others), route)(seen, context, request)
  }

  const answerTo: Dispatch = (event, context, format, method, path) => {
    const answered = isPreflight(event, method) ? preflight(event, context, format, path) : undefined
    if (answered !== undefined) return answered
    const match = app.router.match(method, path, format.isEncoded)
    const route =
      match.kind === 'found'
        ? match.route
        : match.kind === 'other-methods'
          ? spokesman(match.routes)
          : undefined
    const seen = isBare(route) ? event : normalise(event, format)
    return stackOf(match)(seen, context, requestOf(event, context, format, method, path, match))
  }

  // A stack answers its own failures; what is left are those of middleware that has frozen what it was lent, and ours.
  return (event, context, format, method, path) =>
    attempt(
      () => answerTo(event, context, format, method, path),
      (result) => result,
      (error) => failed(error, () => `${method} ${path}`.slice(0, 300), failing),
    )
}
