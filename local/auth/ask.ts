import { ACCOUNT_ID, API } from '../gateway/address.ts'
import type { Gateway, WireRequest } from '../gateway/gateway.ts'
import { isRecord } from '../gateway/json.ts'
import { resourceOf } from '../gateway/route-key.ts'
import type { Outcome } from '../runtime.ts'
import type { AnswerCache } from './cache.ts'
import { headerValues } from './header.ts'
import { evaluate } from './policy.ts'
import { admitted, refused, type Verdict } from './verdict.ts'

/** What a Lambda authorizer has said of a caller. */
export interface AuthorizerAnswer {
  readonly principalId: string
  readonly policyDocument: unknown
  readonly context: Readonly<Record<string, string | number | boolean>>
}

/** Whom to ask about which request. */
export interface Question {
  readonly authorizer: { readonly name: string; readonly header: string; readonly ttl: number }
  readonly gateway: Gateway['name']
  readonly stage: string
  readonly request: WireRequest
  /** The event that the function would get. */
  readonly event: Readonly<Record<string, unknown>>
  /** The path of the route, as `/cities/:city`. */
  readonly route: string
  readonly method: string
  /** Without the stage, as policies name it. */
  readonly path: string
  /** The same as the event has it. */
  readonly rawPath: string
}

/** Calls the function with an event; never rejects. */
export type Call = (event: object) => Promise<Outcome>

const arnOf = ({ method, stage }: Question, path: string): string =>
  `arn:aws:execute-api:us-east-1:${ACCOUNT_ID}:${API.apiId}/${stage}/${method}${path}`

/**
 * The event that a gateway asks an authorizer with: the function's own without its body, and what is asked. Which route
 * the gateway has chosen is the one that the app will answer with, whatever the spelling of the path.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export const authorizerEvent = (question: Question, identity: string): Record<string, unknown> => {
  const { event, gateway, method, path, route } = question
  const { body: _, isBase64Encoded: __, requestContext, ...rest } = event
  const context = isRecord(requestContext) ? requestContext : {}
  const arn = arnOf(question, path)
  const resource = resourceOf(route)
  if (gateway === 'http') {
    const routeKey = `${method} ${resource}`
    const asked = { type: 'REQUEST', routeArn: arn, identitySource: [identity], routeKey }
    return { ...rest, ...asked, requestContext: { ...context, routeKey } }
  }
  return {
    ...rest,
    type: 'REQUEST',
    methodArn: arn,
    // Format 1.0 of an HTTP API says it twice.
    ...(gateway === 'http-1.0' ? { identitySource: identity, authorizationToken: identity } : {}),
    resource,
    requestContext: { ...context, resourcePath: resource },
  }
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** An authorizer's output, if it has the form of one. */
const answerOf = (output: unknown): AuthorizerAnswer | undefined => {
  if (!isRecord(output)) return undefined
  const { context = {}, policyDocument, principalId } = output
  if (typeof principalId !== 'string' || !isRecord(context)) return undefined
  const told: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(context)) {
    if (!isPlain(value)) return undefined
    told[name] = value
  }
  return { principalId, policyDocument, context: told }
}

/** What the answer means for this request: it may be one that was given for another. */
const judge = (question: Question, { context, policyDocument, principalId }: AuthorizerAnswer): Verdict => {
  const { authorizer, method, path, rawPath } = question
  try {
    const decision = evaluate(policyDocument, arnOf(question, path))
    // A policy may name a path in the caller's own spelling: what it denies in either is denied.
    const isDenied = decision === 'denied' || evaluate(policyDocument, arnOf(question, rawPath)) === 'denied'
    if (decision === 'allowed' && !isDenied) return admitted({ kind: 'principal', principalId, context })
    const how = isDenied ? 'denies' : 'does not allow'
    return refused('ACCESS_DENIED', `the policy of the authorizer '${authorizer.name}' ${how} ${method} here`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refused('AUTHORIZER_CONFIGURATION_ERROR', `the authorizer '${authorizer.name}': ${why}`)
  }
}

/** What a gateway makes of how an authorizer has ended. */
const read = (question: Question, outcome: Outcome): AuthorizerAnswer | Verdict => {
  const { name } = question.authorizer
  if (outcome.tag === 'Failed' && outcome.message === 'Unauthorized')
    return refused('UNAUTHORIZED', `the authorizer '${name}' does not know the caller`)
  if (outcome.tag === 'TimedOut')
    return refused('AUTHORIZER_FAILURE', `the authorizer '${name}' did not answer: ${outcome.reason}`)
  if (outcome.tag === 'Failed') {
    // The rest is the stack, which the function's own log has.
    const [why = ''] = (outcome.message ?? outcome.reason).split('\n', 1)
    return refused('AUTHORIZER_FAILURE', why)
  }
  const output: unknown = JSON.parse(outcome.json)
  if (output === null) return refused('AUTHORIZER_FAILURE', `the authorizer '${name}' returned nothing`)
  return (
    answerOf(output) ??
    refused(
      'AUTHORIZER_CONFIGURATION_ERROR',
      `the authorizer '${name}' returned no answer with a principalId, a policyDocument and a plain context`,
    )
  )
}

/**
 * Has a built-in authorizer say whether a request may pass, as a gateway does: nobody is asked about a request without
 * the header, an answer is remembered for the header's value alone, and its policy is evaluated for each request.
 * Whatever goes wrong lets nobody in.
 */
export const askAuthorizer = async (
  question: Question,
  call: Call,
  cache: AnswerCache<AuthorizerAnswer>,
): Promise<Verdict> => {
  const { authorizer, request } = question
  const identity = headerValues(request, authorizer.header).join(',')
  if (identity === '') return refused('UNAUTHORIZED', `there is no ${authorizer.header} header`)
  const known = cache.get(authorizer.name, identity)
  if (known !== undefined) return judge(question, known)
  const answer = read(question, await call(authorizerEvent(question, identity)))
  if ('tag' in answer) return answer
  const verdict = judge(question, answer)
  const isReadable = verdict.tag === 'Admitted' || verdict.answer === 'ACCESS_DENIED'
  if (isReadable) cache.set(authorizer.name, identity, authorizer.ttl, answer)
  return verdict
}
