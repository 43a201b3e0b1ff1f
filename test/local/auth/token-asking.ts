import { type Authorizer, cognito, jwt } from 'calix'
import { expect } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { verifyToken } from '../../../local/auth/token.ts'
import { issuer, keyPair } from './issuer.ts'
import { request } from './request.ts'

export const now = new Date('2026-11-22T12:00:00Z')
export const seconds = now.getTime() / 1000

export const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'
export const POOL_ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc'
export const ISSUER = 'https://login.example.com/'

export const pair = keyPair()
export const ours = issuer('key-1', pair)
export const theirs = issuer('key-1')

export type Kind = Extract<Authorizer, { readonly kind: 'cognito' | 'jwt' }>

export const only = (authorizer: Authorizer): Kind => {
  if (authorizer.kind !== 'cognito' && authorizer.kind !== 'jwt') throw new Error(authorizer.kind)
  return authorizer
}
export const users = only(cognito({ userPoolArns: [POOL] }))
export const staff = only(jwt({ issuer: ISSUER, audience: ['staff', 'admins'] }))

export const keysFrom = (published: object) =>
  issuerKeys({
    sources: { [POOL]: 'https://keys.example.com/pool', [ISSUER]: 'https://keys.example.com/issuer' },
    now: () => now,
    fetch: async () => Response.json(published),
  })

export const keys = keysFrom(ours.jwks)

export interface Asking {
  readonly authorizer?: Kind
  readonly scopes?: ReadonlyArray<string>
  readonly gateway?: 'rest' | 'http'
  readonly headers?: ReadonlyArray<readonly [string, string]>
  readonly published?: object
}

export const ask = (token: string, asking: Asking = {}) => {
  const { authorizer = staff, scopes = [], published } = asking
  const { gateway = authorizer === staff ? 'http' : 'rest' } = asking
  const { headers = [['authorization', `Bearer ${token}`]] } = asking
  const known = published === undefined ? keys : keysFrom(published)
  return verifyToken({ authorizer, scopes, gateway, keys: known }, request('/', headers), now)
}

export const answerTo = async (token: string, asking: Asking = {}): Promise<string> => {
  const verdict = await ask(token, asking)
  if (verdict.tag !== 'Refused') return verdict.tag
  // Short tokens are found in any text.
  if (token.length > 20) expect(verdict.reason).not.toContain(token)
  return verdict.answer
}

export const times = { iat: seconds - 60, exp: seconds + 3600 }
export const claims = { ...times, iss: ISSUER, aud: 'staff', sub: 'jane' }
export const identity = { ...times, iss: POOL_ISSUER, aud: 'client', sub: 'jane', token_use: 'id' }
export const access = {
  ...times,
  iss: POOL_ISSUER,
  client_id: 'client',
  token_use: 'access',
  scope: 'openid cities/read',
}
