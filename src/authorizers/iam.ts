import type { Authorizer, IamIdentity } from '../authorizer.ts'

/**
 * Lets requests in that are signed with AWS credentials (SigV4) which IAM allows `execute-api:Invoke` here.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html
 *
 * @since 0.1.0
 * @example
 * const role = pipe(route(get('/iam-role'), () => ({ secure: true })), authorize(iam()))
 */
export const iam = (): Authorizer<IamIdentity> => Object.freeze({ kind: 'iam', name: 'iam' })
