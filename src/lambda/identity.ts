import type { Authorizer } from '../authorizer.ts'
import { emptyValues, type Values } from '../values.ts'
import { type Fields, fields, filledFields, text, texts } from './fields.ts'
import type { Format } from './format.ts'

const contextOf = (event: Fields): Fields => fields(event.requestContext)

/** Who the gateway saw, where REST APIs write it. */
const callerOf = (event: Fields): Fields => fields(contextOf(event).identity)

const saidBy = (event: Fields): Fields => fields(contextOf(event).authorizer)

const asTexts = (values: Fields, without: ReadonlyArray<string>): Values<string> => {
  const all = emptyValues<string>()
  for (const name in values) {
    const value = text(values[name])
    if (value !== undefined && !without.includes(name)) all[name] = value
  }
  return Object.freeze(all)
}

const apiKeyOf = (event: Fields): object | undefined => {
  const { apiKeyId, apiKey } = callerOf(event)
  return apiKey === null || apiKey === undefined ? undefined : { apiKeyId: text(apiKeyId) ?? '' }
}

const iamOf = (event: Fields): object | undefined => {
  const caller = filledFields(saidBy(event).iam) ?? callerOf(event)
  const userArn = text(caller.userArn)
  if (userArn === undefined) return undefined
  return {
    accountId: text(caller.accountId) ?? '',
    accessKey: text(caller.accessKey) ?? '',
    callerId: text(caller.callerId) ?? text(caller.caller) ?? '',
    userArn,
    userId: text(caller.userId) ?? text(caller.user) ?? '',
  }
}

const tokenOf = (event: Fields): object | undefined => {
  const said = saidBy(event)
  const token = filledFields(said.jwt) ?? said
  const claims = filledFields(token.claims)
  if (claims === undefined) return undefined
  // A REST API has the scopes in the claims alone: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
  const scopes = Array.isArray(token.scopes) ? texts(token.scopes) : (text(claims.scope) ?? '').split(' ')
  return { claims: asTexts(claims, []), scopes: Object.freeze(scopes.filter((each) => each !== '')) }
}

/** What a gateway adds to an authorizer's answer on its own. */
const NOT_CONTEXT = ['principalId', 'integrationLatency', 'usageIdentifierKey']

const principalOf = (event: Fields): object | undefined => {
  const said = saidBy(event)
  // An HTTP API's authorizer that has nothing to tell has admitted the caller all the same.
  const context = 'lambda' in said ? fields(said.lambda) : said
  const principalId = text(context.principalId) ?? text(said.principalId)
  if (principalId === undefined && !('lambda' in said)) return undefined
  return { principalId: principalId ?? '', context: asTexts(context, NOT_CONTEXT) }
}

const READERS: { readonly [K in Authorizer['kind']]: (event: Fields) => object | undefined } = {
  'api-key': apiKeyOf,
  iam: iamOf,
  cognito: tokenOf,
  jwt: tokenOf,
  custom: principalOf,
  'built-in': principalOf,
}

/**
 * Who is calling, as a route's authorizers have it; `undefined` when the event does not say so for each of them.
 * Which part of an event says it is in "Lambda proxy integrations" of API Gateway's guide and in "Invoking Lambda
 * function URLs" of Lambda's.
 */
export const identityOf = (
  authorizers: ReadonlyArray<Authorizer>,
  event: Fields,
  format: Format,
): object | undefined => {
  // A load balancer authorizes nobody.
  if (format.name === 'alb' || format.name === 'alb-multi') return undefined
  let identity: object | undefined
  for (const { kind } of authorizers) {
    const said = READERS[kind](event)
    if (said === undefined) return undefined
    identity = identity === undefined ? said : { ...identity, ...said }
  }
  return identity && Object.freeze(identity)
}

/** A path with its parameters' names taken out, whoever has written it: REST APIs may have renamed them. */
const shapeOf = (path: string): string =>
  path.replaceAll(/:[^/]+|\{[^/}+]+\}/g, '{}').replaceAll(/\*[^/]+$|\{[^/}]+\+\}$/g, '{+}')

/** The path of the route that a gateway has chosen; `undefined` where it has none of its own for the request. */
export const chosenRoute = (event: Fields): string | undefined => {
  const key = text(event.routeKey)
  return text(event.resource) ?? (key?.includes(' ') ? key.slice(key.indexOf(' ') + 1) : undefined)
}

/** Whether two paths are for the same requests: one a route's, one a gateway's. */
export const isSameRoute = (path: string, other: string): boolean => shapeOf(path) === shapeOf(other)

/**
 * Whether a request may reach a route that has authorizers. The gateway is what enforces them; this makes sure that the
 * request came past it: a catch-all route, a load balancer or a path that a gateway reads in another way than calix does
 * would otherwise be a way around. Either the event says who is calling, or it came by that very route of the gateway,
 * which is not to be trusted for OPTIONS: gateways leave that open for preflights.
 */
export const isAdmitted = (
  authorizers: ReadonlyArray<Authorizer>,
  method: string,
  path: string,
  event: Fields,
  format: Format,
): boolean => {
  const chosen = chosenRoute(event)
  return (
    (method !== 'OPTIONS' && chosen !== undefined && isSameRoute(chosen, path)) ||
    identityOf(authorizers, event, format) !== undefined
  )
}
