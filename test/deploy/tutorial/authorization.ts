import { answerCache } from '../../../local/auth/cache.ts'
import { evaluate } from '../../../local/auth/policy.ts'
import type { GatewayCaller, WireRequest } from '../../../local/gateway/gateway.ts'
import { record } from '../platform/resources.ts'
import type { RestAuthorizer, RestMethod } from '../platform/rest-api.ts'
import type { DeployedApi } from './deployed-api.ts'
import type { Invoke } from './invocation.ts'
import { type Occasion, valuesOf } from './refusal.ts'

/** What the gateway finds out about a caller. */
export type Verdict =
  | { readonly tag: 'Admitted'; readonly callers: ReadonlyArray<GatewayCaller> }
  | { readonly tag: 'Refused'; readonly occasion: Occasion }

/** A request, and what the gateway makes of it. */
export interface Asked {
  readonly method: RestMethod
  readonly request: WireRequest
  /** The event that the function would get. */
  readonly event: Readonly<Record<string, unknown>>
}

/** Whom the methods of an API let in; an answer of an authorizer is remembered for its time. */
export type Authorize = (asked: Asked) => Promise<Verdict>

const admitted = (...callers: ReadonlyArray<GatewayCaller>): Verdict => ({ tag: 'Admitted', callers })
const refused = (occasion: Occasion): Verdict => ({ tag: 'Refused', occasion })

/** What has been planned without a time is cached for five minutes. */
const DEFAULT_TTL = 300

/** The header that an authorizer reads. */
const headerOf = ({ name, identitySource }: RestAuthorizer): string => {
  const header = /^method\.request\.header\.([\w-]+)$/.exec(identitySource ?? '')?.[1]
  if (header === undefined) throw new Error(`The authorizer ${name} reads no header: ${identitySource}`)
  return header
}

/** What a Lambda authorizer's answer means for a method. */
const judge = (answer: Readonly<Record<string, unknown>>, methodArn: string): Verdict => {
  const { principalId, policyDocument, context } = answer
  if (typeof principalId !== 'string') return refused('AUTHORIZER_CONFIGURATION_ERROR')
  try {
    if (evaluate(policyDocument, methodArn) !== 'allowed') return refused('ACCESS_DENIED')
  } catch {
    return refused('AUTHORIZER_CONFIGURATION_ERROR')
  }
  const told = Object.entries(record(context)).map(([name, value]) => [name, String(value)] as const)
  return admitted({ kind: 'principal', principalId, context: Object.fromEntries(told) })
}

/**
 * The authorization of a deployed API: every method's own, then the API key. Signatures and tokens of user pools are
 * known to AWS alone, and authorizers that are deployed elsewhere cannot be asked: whoever comes with those is refused as
 * one whom they do not know.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html
 */
export const authorization = (api: DeployedApi, invoke: Invoke): Authorize => {
  const cache = answerCache<Readonly<Record<string, unknown>>>(() => new Date())

  const ask = async (authorizer: RestAuthorizer, { request, event }: Asked): Promise<Verdict> => {
    const ttl = Number(authorizer.ttl ?? DEFAULT_TTL)
    const token = valuesOf(request, headerOf(authorizer)).join(',')
    if (token === '' && (ttl > 0 || authorizer.type === 'TOKEN')) return refused('UNAUTHORIZED')
    const methodArn = `${api.executionArn}/${api.stage}/${request.method}${String(event.path)}`
    const known = cache.get(authorizer.id, token)
    if (known !== undefined) return judge(known, methodArn)
    const { body: _, isBase64Encoded: __, ...rest } = event
    const question =
      authorizer.type === 'TOKEN'
        ? { type: 'TOKEN', authorizationToken: token, methodArn }
        : { ...rest, type: 'REQUEST', methodArn }
    const outcome = await invoke(
      authorizer.function,
      `${api.executionArn}/authorizers/${authorizer.id}`,
      question,
    )
    if (outcome.tag === 'Refused') return refused('AUTHORIZER_CONFIGURATION_ERROR')
    if (outcome.tag === 'Failed')
      return refused(outcome.message === 'Unauthorized' ? 'UNAUTHORIZED' : 'AUTHORIZER_FAILURE')
    const answer = record(outcome.result)
    const verdict = judge(answer, methodArn)
    if (verdict.tag === 'Admitted' || verdict.occasion === 'ACCESS_DENIED')
      cache.set(authorizer.id, token, ttl, answer)
    return verdict
  }

  const decide = async (asked: Asked): Promise<Verdict> => {
    const { authorization: kind, authorizer } = asked.method
    const isSigned = valuesOf(asked.request, 'authorization').length > 0
    if (kind === 'NONE') return admitted()
    if (kind === 'AWS_IAM') return refused(isSigned ? 'INVALID_SIGNATURE' : 'MISSING_AUTHENTICATION_TOKEN')
    if (kind === 'COGNITO_USER_POOLS') return refused('UNAUTHORIZED')
    if (kind === 'CUSTOM' && authorizer !== undefined) return ask(authorizer, asked)
    return refused('AUTHORIZER_CONFIGURATION_ERROR')
  }

  return async (asked) => {
    const verdict = await decide(asked)
    if (verdict.tag === 'Refused' || !asked.method.apiKeyRequired) return verdict
    const [presented, ...others] = valuesOf(asked.request, 'x-api-key')
    const key = api.keys.find(({ value }) => value === presented && others.length === 0)
    if (key === undefined) return refused('INVALID_API_KEY')
    return admitted(...verdict.callers, { kind: 'api-key', apiKeyId: key.id, apiKey: key.value })
  }
}
