import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { issuerKeys } from '../../../local/auth/keys.ts'
import { verifyToken } from '../../../local/auth/token.ts'
import { assemble } from './issuer.ts'
import { request } from './request.ts'
import { answerTo, ask, claims, ISSUER, now, ours, seconds, staff, theirs, times } from './token-asking.ts'

describe('jwt', () => {
  test.each([
    ['the audience', { aud: 'staff' }, 'Admitted'],
    ['another of its audiences', { aud: 'admins' }, 'Admitted'],
    ['several audiences', { aud: ['others', 'staff'] }, 'Admitted'],
    ['a client for want of an audience', { aud: undefined, client_id: 'staff' }, 'Admitted'],
    ['another audience', { aud: 'others' }, 'UNAUTHORIZED'],
    ['another audience and the right client', { aud: 'others', client_id: 'staff' }, 'UNAUTHORIZED'],
    ['no audience at all and the right client', { aud: [], client_id: 'staff' }, 'UNAUTHORIZED'],
    ['neither audience nor client', { aud: undefined }, 'UNAUTHORIZED'],
    ['a part of the audience', { aud: 'staf' }, 'UNAUTHORIZED'],
    ['audiences in one text', { aud: 'staff admins' }, 'UNAUTHORIZED'],
    ['an audience that is a record', { aud: { staff: true } }, 'UNAUTHORIZED'],
  ])('%s', async (_, over, answer) => {
    expect(await answerTo(ours.token({ ...claims, ...over }))).toBe(answer)
  })

  test('all three RSA algorithms, and no other', async () => {
    for (const alg of ['RS256', 'RS384', 'RS512'])
      expect(await answerTo(ours.token(claims, { alg }))).toBe('Admitted')
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const [head, body] = assemble({ alg: 'ES256', kid: 'key-1' }, claims).split('.')
    const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
      key: curve.privateKey,
      dsaEncoding: 'ieee-p1363',
    })
    const published = { keys: [{ ...curve.publicKey.export({ format: 'jwk' }), kid: 'key-1' }] }
    expect(await answerTo(`${head}.${body}.${signature.toString('base64url')}`, { published })).toBe(
      'UNAUTHORIZED',
    )
  })

  test.each([
    ['one of them', { scope: 'openid read' }, 'Admitted'],
    ['in scp, as a text', { scp: 'read write' }, 'Admitted'],
    ['in scp, as a list', { scp: ['x', 'write'] }, 'Admitted'],
    ['none', {}, 'ACCESS_DENIED'],
    ['another', { scope: 'openid' }, 'ACCESS_DENIED'],
    ['in capitals', { scope: 'READ' }, 'ACCESS_DENIED'],
    ['the beginning of one', { scope: 'rea reading' }, 'ACCESS_DENIED'],
    ['not by text', { scope: { read: true } }, 'ACCESS_DENIED'],
  ])('scopes: %s', async (_, over, answer) => {
    expect(await answerTo(ours.token({ ...claims, ...over }), { scopes: ['read', 'write'] })).toBe(answer)
  })

  test('what is not proven is refused for that, whatever its scopes', async () => {
    expect(await answerTo(theirs.token(claims), { scopes: ['read'] })).toBe('UNAUTHORIZED')
  })

  test('claims are text', async () => {
    const all = {
      ...{
        ...claims,
        admin: true,
        level: 7,
        ratio: 1.5,
        groups: ['a', 'b'],
        one: ['a'],
        none: [],
        nothing: null,
      },
      ...{ address: { city: 'Seattle' }, scope: 'read write' },
    }
    expect(await ask(ours.token(all))).toEqual({
      tag: 'Admitted',
      callers: [
        {
          kind: 'token',
          claims: {
            ...{ iss: ISSUER, aud: 'staff', sub: 'jane', iat: String(times.iat), exp: String(times.exp) },
            ...{ admin: 'true', level: '7', ratio: '1.5', groups: '[a b]', one: '[a]', none: '[]' },
            ...{ address: '{"city":"Seattle"}', scope: 'read write' },
          },
          scopes: ['read', 'write'],
        },
      ],
    })
  })
})

describe('where the keys are not to be had', () => {
  const unreachable = issuerKeys({
    sources: {},
    now: () => now,
    fetch: async () => {
      const cause = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
      throw new TypeError('fetch failed', { cause })
    },
  })
  const answer = (token: string, scopes: ReadonlyArray<string> = []) =>
    verifyToken(
      { authorizer: staff, scopes, gateway: 'http', keys: unreachable },
      request('/', [['authorization', token]]),
      now,
    )

  test('a token that may be valid is undecided, and it is said why', async () => {
    const verdict = await answer(ours.token(claims))
    expect(verdict).toEqual({
      tag: 'Undecided',
      reason: expect.stringContaining('cannot be fetched (ENOTFOUND)'),
    })
    expect(verdict).toMatchObject({ reason: expect.stringContaining("'jwks'") })
  })

  test('what is wrong in any case is refused', async () => {
    for (const token of [
      '',
      'abc',
      assemble({ alg: 'none' }, claims),
      ours.hmacToken(claims, ours.pem),
      ours.token({ ...claims, exp: seconds }),
      ours.token({ ...claims, nbf: seconds + 1 }),
      ours.token({ ...claims, iat: seconds + 1 }),
      ours.token(claims, { kid: undefined }),
      ours.token({ ...claims, aud: 'others' }),
      ours.token({ ...claims, iss: 'https://evil.example.com' }),
    ])
      expect(await answer(token)).toMatchObject({ tag: 'Refused', answer: 'UNAUTHORIZED' })
    expect(await answer(ours.token(claims), ['read'])).toMatchObject({
      tag: 'Refused',
      answer: 'ACCESS_DENIED',
    })
  })
})
