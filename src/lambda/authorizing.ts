import type { App } from '../app.ts'
import type { AuthorizerRequest, BuiltInAuthorizer } from '../authorizer.ts'
import { HttpError, toHttpError, UnexpectedError } from '../error.ts'
import { logFailure } from '../failure.ts'
import { emptyValues } from '../values.ts'
import { type Fields, text } from './fields.ts'
import { authorizerResult } from './grant.ts'
import { headersOf } from './headers.ts'
import { chosenRoute, isSameRoute } from './identity.ts'
import { unfold } from './outcome.ts'
import { parseQuery, queryMaps } from './query.ts'

/** Whether an event is a gateway's question to a Lambda authorizer. */
export const isAuthorizerEvent = (event: Fields): boolean =>
  (event.type === 'TOKEN' || event.type === 'REQUEST') &&
  (typeof event.methodArn === 'string' || typeof event.routeArn === 'string')

const builtInsOf = (app: App): ReadonlyArray<{ path: string; authorizer: BuiltInAuthorizer }> =>
  app.routes.list.flatMap(({ path, authorizers = [] }) =>
    authorizers.flatMap((authorizer) => (authorizer.kind === 'built-in' ? [{ path, authorizer }] : [])),
  )

/** Which authorizer is asked: that of the route which the gateway has chosen, or the only one that there is. */
const askedOf = (app: App, event: Fields): BuiltInAuthorizer | undefined => {
  const all = builtInsOf(app)
  const chosen = chosenRoute(event)
  const candidates = chosen === undefined ? all : all.filter(({ path }) => isSameRoute(path, chosen))
  const [first, ...others] = new Set(candidates.map(({ authorizer }) => authorizer))
  return others.length === 0 ? first : undefined
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
        `The event asks an authorizer, and ${chosenRoute(event) ?? 'the app'} has not just one of its own: it needs authorize(authorizer(…)).`,
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
