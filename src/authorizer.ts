import type { Values } from './values.ts'

declare const IDENTITY: unique symbol

/** What an authorizer says of the caller, in the type of whatever it is told by. */
export interface Identifies<Identity> {
  readonly [IDENTITY]?: Identity
}

/**
 * Who calls with an API key.
 *
 * @since 0.1.0
 */
export interface ApiKeyIdentity {
  /** The id of the key, which is no secret; the key itself is not handed on. */
  readonly apiKeyId: string
}

/**
 * Who signed the request with AWS credentials.
 *
 * @since 0.1.0
 */
export interface IamIdentity {
  readonly accountId: string
  readonly accessKey: string
  readonly callerId: string
  readonly userArn: string
  readonly userId: string
}

/**
 * What a token says that has been verified: a Cognito user pool's, or any OpenID provider's.
 *
 * @since 0.1.0
 */
export interface TokenIdentity {
  /** The claims, as text: gateways hand on nothing else. */
  readonly claims: Values<string>
  /** The token's scopes (RFC 6749 §3.3); none for an identity token. */
  readonly scopes: ReadonlyArray<string>
}

/**
 * Whom a Lambda authorizer has recognised.
 *
 * @since 0.1.0
 */
export interface PrincipalIdentity<Context = Values<string>> {
  readonly principalId: string
  /** What the authorizer tells the handler, as text: gateways hand on nothing else. */
  readonly context: Context
}

/** What every kind of authorizer has. */
interface Named {
  /** What the gateway calls it. */
  readonly name: string
}

/** The gateway compares the `x-api-key` header with the keys of a usage plan. */
export interface ApiKeyAuthorizer extends Named {
  readonly kind: 'api-key'
}

/** The gateway verifies an AWS signature (SigV4) and asks IAM for `execute-api:Invoke`. */
export interface IamAuthorizer extends Named {
  readonly kind: 'iam'
}

/** The gateway verifies a token of Cognito user pools. */
export interface CognitoAuthorizer extends Named {
  readonly kind: 'cognito'
  readonly userPoolArns: ReadonlyArray<string>
  readonly scopes: ReadonlyArray<string>
  readonly header: string
}

/** The gateway verifies a JSON web token. */
export interface JwtAuthorizer extends Named {
  readonly kind: 'jwt'
  readonly issuer: string
  readonly audience: ReadonlyArray<string>
  readonly scopes: ReadonlyArray<string>
  readonly header: string
}

/** The gateway asks a Lambda function that is deployed elsewhere. */
export interface CustomAuthorizer extends Named {
  readonly kind: 'custom'
  readonly uri: string | undefined
  readonly arn: string | undefined
  readonly header: string
  readonly ttl: number
}

/** The gateway asks a function of the app's own. */
export interface BuiltInAuthorizer extends Named {
  readonly kind: 'built-in'
  readonly header: string
  readonly ttl: number
  readonly decide: (request: AuthorizerRequest) => unknown
}

/**
 * What an authorizer written in the app is asked.
 *
 * @since 0.1.0
 */
export interface AuthorizerRequest {
  /** The value of the header that the authorizer reads. */
  readonly token: string
  /** The method, such as `GET`. */
  readonly method: string
  /**
   * The path without the gateway's stage, each segment percent-decoded for itself: a slash inside one stays `%2F`, so that
   * no path passes for another.
   */
  readonly path: string
  /** The path of the route that is asked for, as declared: `/cities/:city`; empty when there is none. */
  readonly route: string
  /** The headers by lower-case name. */
  readonly headers: Values<string>
  /** The last value of each query parameter. */
  readonly query: Values<string>
  /** What the gateway would allow: `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<method>/<path>`. */
  readonly methodArn: string
  /** The event as it came. */
  readonly event: unknown
}

/** Any authorizer, as data: what the gateway is to ask before it lets a request through. */
export type AuthorizerKind =
  | ApiKeyAuthorizer
  | IamAuthorizer
  | CognitoAuthorizer
  | JwtAuthorizer
  | CustomAuthorizer
  | BuiltInAuthorizer

/**
 * What stands before a route and says who is calling. `Identity` is what the handler then reads as `request.identity`.
 *
 * @since 0.1.0
 */
export type Authorizer<Identity = unknown> = AuthorizerKind & Identifies<Identity>
