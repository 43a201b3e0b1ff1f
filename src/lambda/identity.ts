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

/** What stands beside an authorizer's context: what gateways add, and what calix hands on to itself. */
export const NOT_CONTEXT = [
  ...['principalId', 'integrationLatency', 'usageIdentifierKey'],
  ...['claims', 'scopes', 'jwt', 'iam', 'lambda', 'calixRoutes'],
]

/** What a Lambda authorizer has told, wherever a gateway puts it. */
const toldBy = (event: Fields): Fields => {
  const said = saidBy(event)
  return 'lambda' in said ? fields(said.lambda) : said
}

/** The routes that a built-in authorizer has granted; `undefined` where the event does not say. */
export const grantedRoutes = (event: Fields): ReadonlyArray<string> | undefined => {
  const { calixRoutes } = toldBy(event)
  return typeof calixRoutes === 'string' ? calixRoutes.split('\n') : undefined
}

const principalOf = (event: Fields): object | undefined => {
  const said = saidBy(event)
  // An HTTP API's authorizer that has nothing to tell has admitted the caller all the same.
  const context = toldBy(event)
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
