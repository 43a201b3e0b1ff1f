import type { Authorizer, TokenIdentity } from '../authorizer.ts'
import { assertOptions } from '../options.ts'
import { assertHeader, assertName, assertTexts } from './option.ts'

/**
 * Which user pools a Cognito authorizer trusts.
 *
 * @since 0.1.0
 */
export interface CognitoOptions {
  /** The ARNs of the user pools, at least one. */
  readonly userPoolArns: ReadonlyArray<string>
  /** Access tokens need one of these; where there are none, identity tokens are asked for. */
  readonly scopes?: ReadonlyArray<string>
  /** The header that has the token; `Authorization` when absent. */
  readonly header?: string
  /** What the gateway calls it; `cognito` when absent. */
  readonly name?: string
}

/**
 * Lets requests in that hold a valid token of a Cognito user pool.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 *
 * @throws TypeError when an option is missing or malformed.
 * @since 0.1.0
 * @example
 * const users = cognito({ userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'] })
 */
export const cognito = (options: CognitoOptions): Authorizer<TokenIdentity> => {
  assertOptions('cognito(…)', options, ['userPoolArns', 'scopes', 'header', 'name'])
  const { userPoolArns, scopes = [], header = 'Authorization', name = 'cognito' } = options
  assertTexts('cognito(…)', 'userPoolArns', userPoolArns)
  if (userPoolArns.length === 0) throw new TypeError("cognito(…): 'userPoolArns' names no user pool")
  const wrong = userPoolArns.find(
    (arn) => !/^arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+$/.test(arn),
  )
  if (wrong !== undefined) throw new TypeError(`cognito(…): '${wrong}' is no ARN of a user pool`)
  assertTexts('cognito(…)', 'scopes', scopes)
  assertHeader('cognito(…)', header)
  assertName('cognito(…)', name)
  return Object.freeze({
    kind: 'cognito',
    name,
    userPoolArns: Object.freeze([...userPoolArns]),
    scopes: Object.freeze([...scopes]),
    header,
  })
}
