import type { CognitoAuthorizer, JwtAuthorizer } from '../../src/authorizer.ts'
import type { WireRequest } from '../gateway/gateway.ts'
import { type Claims, type ClaimsGateway, claimsAsText, scopesOf } from './claims.ts'
import { headerValues } from './header.ts'
import { issuersOf } from './issuer.ts'
import type { IssuerKeys } from './keys.ts'
import { admitted, type RefusalAnswer, type Refused, refused, type Verdict } from './verdict.ts'

/** What a token is asked for. */
export interface TokenQuestion {
  readonly authorizer: CognitoAuthorizer | JwtAuthorizer
  /** Those of the route, of which the token needs one. */
  readonly scopes: ReadonlyArray<string>
  /** What asks: it decides how a missing scope is answered, and how claims are written. */
  readonly gateway: ClaimsGateway
  /** The keys of an issuer. */
  readonly keys: (issuer: string) => IssuerKeys
}

/** That it cannot be told whether a token is valid. */
export interface Undecided {
  readonly tag: 'Undecided'
  readonly reason: string
}

type Asked = Omit<TokenQuestion, 'keys'>

/** Cognito signs with RS256; HTTP APIs take no algorithm but RSA's. */
const ALGORITHMS = { cognito: ['RS256'], jwt: ['RS256', 'RS384', 'RS512'] }

const unauthorized = (reason: string): Refused => refused('UNAUTHORIZED', reason)

/** A token may stand alone or after `Bearer`, on either kind of gateway. */
const tokenIn = (request: WireRequest, header: string): string | Refused => {
  const [value, ...others] = headerValues(request, header)
  if (value === undefined || value === '') return unauthorized(`there is no ${header} header`)
  if (others.length > 0) return unauthorized(`there is more than one ${header} header`)
  const token = value.replace(/^Bearer /i, '')
  // Before a parser sees it, so that none has to cope with what is no token at all.
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token) ? token : unauthorized(`the ${header} header has no token`)
}

const isPast = (value: unknown, now: number): boolean => typeof value === 'number' && value <= now

/** Why the times of a token rule it out, if they do. */
const untimely = ({ exp, nbf, iat }: Claims, now: number): string | undefined => {
  if (typeof exp !== 'number') return 'it has no exp'
  if (isPast(exp, now)) return 'it has expired'
  if (nbf !== undefined && !isPast(nbf, now)) return 'it is not valid yet (nbf)'
  if (iat !== undefined && !isPast(iat, now)) return 'it is issued later than now (iat)'
  return undefined
}

const isFor = (authorizer: JwtAuthorizer, { aud, client_id: client }: Claims): boolean => {
  // Only where there is no `aud` at all does the client stand for it.
  const named: ReadonlyArray<unknown> = [aud ?? client].flat()
  return named.some((each) => authorizer.audience.some((audience) => audience === each))
}

/** An HTTP API takes a token without the scope for a caller who may not, a REST API for no caller at all. */
const unscoped = ({ gateway, scopes }: Asked, claims: Claims): Refused | undefined => {
  if (scopes.length === 0 || scopesOf(claims).some((scope) => scopes.includes(scope))) return undefined
  const answer: RefusalAnswer = gateway === 'http' ? 'ACCESS_DENIED' : 'UNAUTHORIZED'
  return refused(answer, `the token has none of the scopes ${scopes.join(', ')}`)
}

/** Why the claims of a token rule it out, if they do, whatever its scopes. */
const unfit = ({ authorizer, scopes }: Asked, claims: Claims, now: Date): Refused | undefined => {
  const why = untimely(claims, Math.floor(now.getTime() / 1000))
  if (why !== undefined) return unauthorized(`the token is not valid: ${why}`)
  if (authorizer.kind === 'cognito') {
    const use = scopes.length > 0 ? 'access' : 'id'
    if (claims.token_use !== use) return unauthorized(`the token is not valid: its token_use is not '${use}'`)
  } else if (!isFor(authorizer, claims)) return unauthorized('the token is for another audience')
  return undefined
}

/** The text of an error is the verifier's own and repeats nothing of the token; another's might. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')
    ? error.message
    : 'it cannot be verified'

/**
 * Who calls, by the token in the authorizer's header. A JWT authorizer's token is checked as HTTP APIs do: key id,
 * signature by an RSA algorithm, `iss`, `aud` or else `client_id`, `exp`, `nbf`, `iat`, and `scope` or `scp`. A Cognito
 * authorizer takes an identity token of its pools, or an access token where there are scopes to ask for.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 *
 * @param now the time that the token must be valid at
 * @returns `Undecided` when all is as it should be, but the key to prove it with is not to be had
 * @since 0.1.0
 */
export const verifyToken = async (
  { keys, ...asked }: TokenQuestion,
  request: WireRequest,
  now: Date,
): Promise<Verdict | Undecided> => {
  const { authorizer, gateway } = asked
  const token = tokenIn(request, authorizer.header)
  if (typeof token !== 'string') return token
  // Only here: a server whose routes take no tokens needs no verifier.
  const { decodeJwt, decodeProtectedHeader, jwtVerify } = await import('jose')
  try {
    const { alg, kid } = decodeProtectedHeader(token)
    const algorithms = ALGORITHMS[authorizer.kind]
    if (typeof alg !== 'string' || !algorithms.includes(alg))
      return unauthorized(`the token is not valid: its algorithm is not ${algorithms.join(', ')}`)
    if (typeof kid !== 'string') return unauthorized('the token is not valid: it does not name its key')
    const unproven = decodeJwt(token)
    const issuer = issuersOf(authorizer).find((each) => each === unproven.iss)
    if (issuer === undefined) return unauthorized('the token is of another issuer')
    const why = unfit(asked, unproven, now)
    if (why !== undefined) return why
    const found = await keys(issuer).find(kid)
    if (found.tag === 'Unavailable')
      return unscoped(asked, unproven) ?? { tag: 'Undecided', reason: found.reason }
    if (found.tag === 'Unknown')
      return unauthorized('the token is signed with a key that its issuer does not have')
    const { payload } = await jwtVerify(token, found.key, { algorithms, issuer, currentDate: now })
    // Only of a token that is proven: that somebody lacks a scope says that it is somebody.
    const lacking = unscoped(asked, payload)
    if (lacking !== undefined) return lacking
    return admitted({ kind: 'token', claims: claimsAsText(payload, gateway), scopes: scopesOf(payload) })
  } catch (error) {
    return unauthorized(`the token is not valid: ${reasonOf(error)}`)
  }
}
