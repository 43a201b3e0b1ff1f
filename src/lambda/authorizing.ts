import type { App } from '../app.ts'
import type { AuthorizerRequest, BuiltInAuthorizer } from '../authorizer.ts'
import { HttpError, toHttpError, UnexpectedError } from '../error.ts'
import { logFailure } from '../failure.ts'
import type { Declaration } from '../routes.ts'
import { emptyValues } from '../values.ts'
import { detect } from './detect.ts'
import { type Fields, text } from './fields.ts'
import { authorizerResult } from './grant.ts'
import { headersOf } from './headers.ts'
import { unfold } from './outcome.ts'
import { literalsOf, withoutPrefix } from './path-prefix.ts'
import { parseQuery, queryMaps } from './query.ts'

/** Whether an event is a gateway's question to a Lambda authorizer. */
export const isAuthorizerEvent = (event: Fields): boolean =>
  (event.type === 'TOKEN' || event.type === 'REQUEST') &&
  (typeof event.methodArn === 'string' || typeof event.routeArn === 'string')

const builtInsOf = ({ authorizers = [] }: Declaration): ReadonlyArray<BuiltInAuthorizer> =>
  authorizers.flatMap((authorizer) => (authorizer.kind === 'built-in' ? [authorizer] : []))

/** The request that a gateway asks about, as the app's own router reads it; a token's event has its ARN alone. */
const routeAsked = (app: App, event: Fields): Declaration | undefined => {
  const { methodArn, routeArn: _arn, type: _type, ...request } = event
  const format = detect(request)
  const [, , method = '', ...segments] = (text(methodArn) ?? '').split('/')
  const basedAt = app.options.basePath === undefined ? undefined : literalsOf(app.options.basePath)
  const match =
    format === undefined
      ? app.router.match(method, `/${segments.join('/')}`, false)
      : app.router.match(
          format.method(request),
          withoutPrefix(format.path(request), basedAt, format.isEncoded),
          format.isEncoded,
        )
  return match.kind === 'found' ? match.route : undefined
}

/** Which authorizer is asked: the only one that there is, or that of the route which the request is for. */
const askedOf = (app: App, event: Fields): BuiltInAuthorizer | undefined => {
  const [only, ...others] = new Set(app.routes.list.flatMap(builtInsOf))
  if (others.length === 0) return only
  const route = routeAsked(app, event)
  return route && builtInsOf(route)[0]
}

const lastOf = (event: Fields): Record<string, string> => {
  const all =
    typeof event.rawQueryString === 'string' ? parseQuery(event.rawQueryString) : queryMaps(event, false)
  const last = emptyValues<string>()
  for (const name in all) last[name] = all[name]?.at(-1) ?? ''
  return last
}

const requestOf = (event: Fields, { header }: BuiltInAuthorizer): AuthorizerRequest => {
  const methodArn = text(event.methodArn) ?? text(event.routeArn) ?? ''
  const [, , method = '', ...segments] = methodArn.split('/')
  const headers = headersOf(event)
  return Object.freeze({
    token: text(event.authorizationToken) ?? headers[header.toLowerCase()] ?? '',
    method: text(event.httpMethod) ?? method,
    path: text(event.rawPath) ?? text(event.path) ?? `/${segments.join('/')}`,
    headers: Object.freeze(headers),
    query: Object.freeze(lastOf(event)),
    methodArn,
    event,
  })
}

/** What a function's value comes to, with what it fails with thrown: a gateway takes a failure for a refusal. */
const settled = async (given: unknown): Promise<unknown> => {
  let outcome = unfold(given)
  while (outcome.kind === 'later') outcome = unfold(await outcome.promise, outcome.depth)
  if (outcome.kind === 'error') throw outcome.error
  return outcome.value
}

/**
 * Answers a gateway that asks an app's built-in authorizer. It rejects with `Unauthorized`, which gateways answer with
 * 401, and with anything else for a 500; nothing that goes wrong lets a caller in.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export const authorizing =
  (app: App) =>
  async (event: Fields): Promise<unknown> => {
    const asked = askedOf(app, event)
    if (asked === undefined)
      throw new TypeError(
        `The event asks an authorizer, and the route of ${text(event.methodArn) ?? text(event.routeArn)} has none of the app's own: it needs authorize(authorizer(…)).`,
      )
    const request = requestOf(event, asked)
    try {
      const result = authorizerResult(await settled(asked.decide(request)), request.methodArn)
      // Format 2.0 hands on the context alone.
      return event.version === '2.0'
        ? { ...result, context: { ...result.context, principalId: result.principalId } }
        : result
    } catch (thrown) {
      if (thrown instanceof HttpError && thrown.status === 401) throw new Error('Unauthorized')
      if (thrown instanceof HttpError && thrown.status === 403)
        return authorizerResult({ routes: [], principalId: 'nobody' }, request.methodArn)
      // Told apart by its status alone, any other error would pass for an answer; here there is none to give.
      const failure = toHttpError(thrown)
      logFailure(
        failure.status < 500 ? new UnexpectedError(thrown) : failure,
        () => `authorizer ${asked.name}`,
        app.options.log,
      )
      throw new Error(`The authorizer '${asked.name}' failed`)
    }
  }
