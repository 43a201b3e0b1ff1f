import type { AnyApp } from '../app.ts'
import type { AuthorizerRequest, BuiltInAuthorizer } from '../authorizer.ts'
import { HttpError, toHttpError, UnexpectedError } from '../error.ts'
import { logFailure } from '../failure.ts'
import type { Declaration } from '../routes.ts'
import { routeChosen } from './admission.ts'
import { decodeSegments } from './decode-segments.ts'
import { detect } from './detect.ts'
import { type Fields, text } from './fields.ts'
import { authorizerResult, WILD } from './grant.ts'
import { headersOf } from './headers.ts'
import { unfold } from './outcome.ts'
import { literalsOf, withoutPrefix } from './path-prefix.ts'
import { lastOf, parseQuery, queryMaps } from './query.ts'

/** Whether an event is a gateway's question to a Lambda authorizer. */
export const isAuthorizerEvent = (event: Fields): boolean =>
  (event.type === 'TOKEN' || event.type === 'REQUEST') &&
  (typeof event.methodArn === 'string' || typeof event.routeArn === 'string')

const builtInsOf = ({ authorizers = [] }: Declaration): ReadonlyArray<BuiltInAuthorizer> =>
  authorizers.flatMap((authorizer) => (authorizer.kind === 'built-in' ? [authorizer] : []))

/** What a gateway asks about. */
interface Asked {
  readonly method: string
  /** As routes are matched with it. */
  readonly path: string
  readonly isEncoded: boolean
}

/** What a gateway asks about: an event of the `TOKEN` type has it in its ARN alone. */
const askedAbout = (app: AnyApp, event: Fields): Asked => {
  const { methodArn, routeArn: _arn, type: _type, ...request } = event
  const format = detect(request)
  if (format === undefined) {
    const [, , method = '', ...segments] = (text(methodArn) ?? '').split('/')
    return { method, path: `/${segments.join('/')}`, isEncoded: false }
  }
  const { isEncoded } = format
  const { basePath } = app.options
  const basedAt = basePath === undefined ? undefined : literalsOf(basePath)
  return {
    method: format.method(request),
    path: withoutPrefix(format.path(request), basedAt, isEncoded),
    isEncoded,
  }
}

const routeOf = (app: AnyApp, { method, path, isEncoded }: Asked): Declaration | undefined => {
  const match = app.router.match(method, path, isEncoded)
  return match.kind === 'found' ? match.route : undefined
}

/**
 * Which authorizer is asked: the only one that there is, or that of the route which the gateway has chosen. Never that of
 * the path: the gateway remembers the answer as that of the authorizer which it has asked.
 */
const authorizerOf = (app: AnyApp, method: string, event: Fields): BuiltInAuthorizer | undefined => {
  const [only, ...others] = new Set(app.routes.list.flatMap(builtInsOf))
  if (others.length === 0) return only
  const route = routeChosen(app, method, event)
  return route && builtInsOf(route)[0]
}

const requestOf = (
  app: AnyApp,
  event: Fields,
  asked: Asked,
  { header }: BuiltInAuthorizer,
): AuthorizerRequest => {
  const headers = headersOf(event)
  const queryAll =
    typeof event.rawQueryString === 'string' ? parseQuery(event.rawQueryString) : queryMaps(event, false)
  return Object.freeze({
    token: text(event.authorizationToken) ?? headers[header.toLowerCase()] ?? '',
    method: asked.method,
    path: decodeSegments(asked.path, asked.isEncoded),
    route: routeOf(app, asked)?.path ?? '',
    headers: Object.freeze(headers),
    query: Object.freeze(lastOf(queryAll)),
    methodArn: text(event.methodArn) ?? text(event.routeArn) ?? '',
    event,
  })
}

/** A token that would stand for anybody's, were it put into a granted route as it is. */
const WILD_TOKEN = /^(?:bearer )?[*:]\w*$/i

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
export const authorizing = (app: AnyApp): ((event: Fields) => Promise<unknown>) => {
  const declared = new Set(app.routes.list.map(({ path }) => path))
  return async (event) => {
    const asked = askedAbout(app, event)
    const authorizer = authorizerOf(app, asked.method, event)
    if (authorizer === undefined)
      throw new TypeError(
        `The event asks an authorizer, and the route of ${text(event.methodArn) ?? text(event.routeArn)} has none of the app's own: it needs authorize(authorizer(…)).`,
      )
    const request = requestOf(app, event, asked, authorizer)
    // A grant of such a path would be one of others, for as long as the gateway remembers it. Nothing is remembered of a
    // caller who is unknown, and nobody is asked about one who says nothing.
    if (request.token === '' || WILD.test(request.path) || WILD_TOKEN.test(request.token))
      throw new Error('Unauthorized')
    try {
      const result = authorizerResult(await settled(authorizer.decide(request)), request.methodArn, declared)
      // Format 2.0 hands on the context alone.
      return event.version === '2.0'
        ? { ...result, context: { ...result.context, principalId: result.principalId } }
        : result
    } catch (thrown) {
      if (thrown instanceof HttpError && thrown.status === 401) throw new Error('Unauthorized')
      if (thrown instanceof HttpError && thrown.status === 403)
        return authorizerResult({ routes: [], principalId: 'nobody' }, request.methodArn, declared)
      // Told apart by its status alone, any other error would pass for an answer; here there is none to give.
      const failure = toHttpError(thrown)
      logFailure(
        failure.status < 500 ? new UnexpectedError(thrown) : failure,
        () => `authorizer ${authorizer.name}`,
        app.options.log,
      )
      throw new Error(`The authorizer '${authorizer.name}' failed`)
    }
  }
}
