import type { CognitoAuthorizer, JwtAuthorizer } from '../../src/authorizer.ts'

/**
 * The `iss` of the tokens of a user pool.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 *
 * @param arn `arn:aws:cognito-idp:<region>:<account>:userpool/<id>`
 */
export const poolIssuer = (arn: string): string => {
  const [, partition, , region = '', , resource = ''] = arn.split(':')
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `https://cognito-idp.${region}.${domain}/${resource.replace('userpool/', '')}`
}

/** Whether an issuer is a user pool, which keeps its keys at an address of its own. */
export const isPoolIssuer = (issuer: string): boolean =>
  /^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com(?:\.cn)?\/[\w-]+$/.test(issuer)

/** Whose tokens an authorizer trusts. */
export const issuersOf = (authorizer: CognitoAuthorizer | JwtAuthorizer): ReadonlyArray<string> =>
  authorizer.kind === 'jwt' ? [authorizer.issuer] : authorizer.userPoolArns.map(poolIssuer)
