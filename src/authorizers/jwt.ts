import type { Authorizer, TokenIdentity } from '../authorizer.ts'
import { assertOptions } from '../options.ts'
import { assertHeader, assertName, assertText, assertTexts } from './option.ts'

/**
 * Whose tokens a JWT authorizer trusts.
 *
 * @since 0.1.0
 */
export interface JwtOptions {
  /** The `iss` of the tokens, an `https` URL whose `/.well-known/openid-configuration` names the keys. */
  readonly issuer: string
  /** What `aud`, or for want of it `client_id`, must be one of. */
  readonly audience: string | ReadonlyArray<string>
  /** A token needs one of these, in `scope` or `scp`. */
  readonly scopes?: ReadonlyArray<string>
  /** The header that has the token; `Authorization` when absent. */
  readonly header?: string
  /** What the gateway calls it; `jwt` when absent. */
  readonly name?: string
}

/**
 * Lets requests in that hold a valid JSON web token (RFC 7519) of an OpenID provider. HTTP APIs verify them; on
 * gateway `rest`, `authorizer(…)` and `custom(…)` do.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 *
 * @throws TypeError when an option is missing or malformed.
 * @since 0.1.0
 * @example
 * const staff = jwt({ issuer: 'https://login.example.com', audience: 'staff', scopes: ['read'] })
 */
export const jwt = (options: JwtOptions): Authorizer<TokenIdentity> => {
  assertOptions('jwt(…)', options, ['issuer', 'audience', 'scopes', 'header', 'name'])
  const { issuer, scopes = [], header = 'Authorization', name = 'jwt' } = options
  const audience = [options.audience].flat()
  assertText('jwt(…)', 'issuer', issuer)
  if (!URL.canParse(issuer) || new URL(issuer).protocol !== 'https:')
    throw new TypeError(`jwt(…): 'issuer' is an https URL, not '${issuer}'`)
  assertTexts('jwt(…)', 'audience', audience)
  if (audience.length === 0) throw new TypeError("jwt(…): 'audience' names nobody")
  assertTexts('jwt(…)', 'scopes', scopes)
  assertHeader('jwt(…)', header)
  assertName('jwt(…)', name)
  return Object.freeze({
    kind: 'jwt',
    name,
    issuer,
    audience: Object.freeze(audience),
    scopes: Object.freeze([...scopes]),
    header,
  })
}
