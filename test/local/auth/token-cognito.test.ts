import { cognito } from 'calix'
import { describe, expect, test } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { verifyToken } from '../../../local/auth/token.ts'
import { request } from './request.ts'
import {
  access,
  answerTo,
  ask,
  identity,
  now,
  only,
  ours,
  POOL,
  POOL_ISSUER,
  theirs,
  users,
} from './token-asking.ts'

describe('cognito', () => {
  test.each([
    ['an identity token, where no scopes are asked for', identity, [], 'Admitted'],
    ['an access token, where no scopes are asked for', access, [], 'UNAUTHORIZED'],
    ['an access token of a scope', access, ['cities/read'], 'Admitted'],
    ['an access token of one of the scopes', access, ['cities/write', 'cities/read'], 'Admitted'],
    ['an access token of other scopes', access, ['cities/write'], 'UNAUTHORIZED'],
    ['an identity token, where scopes are asked for', identity, ['cities/read'], 'UNAUTHORIZED'],
    ['an identity token that has the scope', { ...identity, scope: 'a' }, ['a'], 'UNAUTHORIZED'],
    ['a token of no use', { ...identity, token_use: undefined }, [], 'UNAUTHORIZED'],
    ['a token of two uses', { ...identity, token_use: ['id', 'access'] }, [], 'UNAUTHORIZED'],
  ])('%s', async (_, token, scopes, answer) => {
    expect(await answerTo(ours.token(token), { authorizer: users, scopes })).toBe(answer)
  })

  test('RS256 and no other', async () => {
    for (const alg of ['RS384', 'RS512'])
      expect(await answerTo(ours.token(identity, { alg }), { authorizer: users })).toBe('UNAUTHORIZED')
  })

  test('any of its pools, each by its own keys', async () => {
    const other = 'arn:aws-cn:cognito-idp:cn-north-1:123456789012:userpool/cn-north-1_xyz'
    const otherIssuer = 'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_xyz'
    const published: Record<string, object> = { 'https://k/1': ours.jwks, 'https://k/2': theirs.jwks }
    const known = issuerKeys({
      sources: { [POOL]: 'https://k/1', [other]: 'https://k/2' },
      now: () => now,
      fetch: async (url) => Response.json(published[String(url)]),
    })
    const authorizer = only(cognito({ userPoolArns: [POOL, other] }))
    const answer = async (token: string): Promise<string> => {
      const question = { authorizer, scopes: [], gateway: 'rest', keys: known } as const
      return (await verifyToken(question, request('/', [['authorization', token]]), now)).tag
    }
    expect(await answer(ours.token(identity))).toBe('Admitted')
    expect(await answer(theirs.token({ ...identity, iss: otherIssuer }))).toBe('Admitted')
    expect(await answer(theirs.token(identity))).toBe('Refused')
    expect(await answer(ours.token({ ...identity, iss: otherIssuer }))).toBe('Refused')
  })

  test('claims are text, with dates as a REST API writes them', async () => {
    const all = {
      ...identity,
      iat: 1718636404,
      auth_time: 1718636404,
      'cognito:groups': ['a', 'b'],
      email_verified: true,
      identities: [{ providerName: 'Google' }],
      __proto__: undefined,
    }
    const verdict = await ask(ours.token(all), { authorizer: users })
    expect(verdict).toEqual({
      tag: 'Admitted',
      callers: [
        {
          kind: 'token',
          claims: {
            ...{ iss: POOL_ISSUER, aud: 'client', sub: 'jane', token_use: 'id' },
            ...{ iat: 'Mon Jun 17 15:00:04 UTC 2024', exp: 'Sun Nov 22 13:00:00 UTC 2026' },
            ...{ auth_time: '1718636404', 'cognito:groups': 'a,b', email_verified: 'true' },
            identities: '{"providerName":"Google"}',
          },
          scopes: [],
        },
      ],
    })
  })

  test('a claim may have any name', async () => {
    const text = JSON.stringify(identity).replace('{', '{"__proto__":"a","constructor":"b",')
    const verdict = await ask(ours.token(text), { authorizer: users })
    const [caller] = verdict.tag === 'Admitted' ? verdict.callers : []
    const written = caller?.kind === 'token' ? Object.entries(caller.claims) : []
    expect(written).toContainEqual(['__proto__', 'a'])
    expect(written).toContainEqual(['constructor', 'b'])
  })

  test('a date that no calendar has stays a number', async () => {
    const token = ours.token({ ...identity, exp: 1e300 })
    expect(await ask(token, { authorizer: users })).toMatchObject({
      callers: [{ claims: { exp: '1e+300' } }],
    })
  })
})
