import type { GatewayCaller } from '../gateway/gateway.ts'

/** Who a gateway has found to be calling, with all that its event is to hold: an API key is for the event alone, never for a log. */
export type Caller = GatewayCaller

/**
 * Why a gateway turns a request away, by the names that REST APIs have for their own answers:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export type RefusalAnswer =
  | 'UNAUTHORIZED'
  | 'ACCESS_DENIED'
  | 'INVALID_API_KEY'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'INVALID_SIGNATURE'
  | 'EXPIRED_TOKEN'
  | 'AUTHORIZER_FAILURE'
  | 'AUTHORIZER_CONFIGURATION_ERROR'

/** That a request is turned away. */
export interface Refused {
  readonly tag: 'Refused'
  readonly answer: RefusalAnswer
  /** For the log: it holds no secret, no signature and no token. */
  readonly reason: string
}

/** What a gateway makes of a request's credentials. */
export type Verdict = { readonly tag: 'Admitted'; readonly callers: ReadonlyArray<Caller> } | Refused

export const admitted = (...callers: ReadonlyArray<Caller>): Verdict => ({ tag: 'Admitted', callers })

export const refused = (answer: RefusalAnswer, reason: string): Refused => ({
  tag: 'Refused',
  answer,
  reason,
})
