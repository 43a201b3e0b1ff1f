import type { OutlinedAuthorizer } from '../src/outline.ts'
import type { Caller } from './auth/verdict.ts'
import { ACCOUNT_ID } from './gateway/address.ts'

/** The caller of whom nothing is known but that somebody must have called with an API key. */
export const KEY_STAND_IN: Caller = { kind: 'api-key', apiKeyId: 'local', apiKey: 'local' }

/**
 * A caller in the place of one that nobody has checked, so that handlers can run: always the same, whatever the request
 * says.
 *
 * @param scopes those that the route asks for
 */
export const standIn = (authorizer: OutlinedAuthorizer, scopes: ReadonlyArray<string>): Caller => {
  switch (authorizer.kind) {
    case 'iam':
      return {
        kind: 'iam',
        accountId: ACCOUNT_ID,
        accessKey: 'local',
        callerId: 'local',
        userArn: `arn:aws:iam::${ACCOUNT_ID}:user/local`,
        userId: 'local',
      }
    case 'cognito':
    case 'jwt':
      return {
        kind: 'token',
        claims: { sub: 'local', ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }) },
        scopes,
      }
    default:
      return { kind: 'principal', principalId: 'local', context: {} }
  }
}
