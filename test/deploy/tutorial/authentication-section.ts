import { describe, expect, test } from 'vitest'
import type { Caller } from '../../tutorial/caller.ts'

type Headers = Readonly<Record<string, string>>

const ORIGIN = 'http://allowed1.example.com'
const PATHS = ['/authenticated', '/iam-role', '/user-pools', '/custom-auth', '/built-in']

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const UNSIGNED = `${part({ alg: 'none' })}.${part({ sub: 'somebody', token_use: 'id' })}.`
const FORGED = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`

const REFUSED: ReadonlyArray<
  readonly [target: string, who: string, headers: Headers, status: number, name: string, message: string]
> = [
  ['/authenticated', 'without a key', {}, 403, 'ForbiddenError', 'Forbidden'],
  ['/authenticated', 'with another key', { 'x-api-key': 'another' }, 403, 'ForbiddenError', 'Forbidden'],
  ['/authenticated', 'with an empty key', { 'x-api-key': '' }, 403, 'ForbiddenError', 'Forbidden'],
  ['/iam-role', 'unsigned', {}, 403, 'ForbiddenError', 'Missing Authentication Token'],
  [
    '/iam-role',
    'signed by nobody',
    { authorization: FORGED },
    403,
    'ForbiddenError',
    'The request signature does not match',
  ],
  ['/user-pools', 'without a token', {}, 401, 'UnauthorizedError', 'Unauthorized'],
  [
    '/user-pools',
    'with a token that is not signed',
    { authorization: UNSIGNED },
    401,
    'UnauthorizedError',
    'Unauthorized',
  ],
  ['/custom-auth', 'without a token', {}, 401, 'UnauthorizedError', 'Unauthorized'],
  ['/built-in', 'without a token', {}, 401, 'UnauthorizedError', 'Unauthorized'],
  ['/built-in', 'with an unknown token', { authorization: 'else' }, 401, 'UnauthorizedError', 'Unauthorized'],
  [
    '/built-in',
    'with a token that may not',
    { authorization: 'deny' },
    403,
    'ForbiddenError',
    'User is not authorized to access this resource',
  ],
]

/** What the authentication section shows once it is deployed, by a way to ask. */
export const authenticationSection = (call: Caller, key: () => string): void => {
  describe('authentication', () => {
    test.each(REFUSED)(
      'GET %s %s is refused in the shape of the app',
      async (target, _, headers, status, name, message) => {
        const answer = await call('GET', target, { headers: { ...headers, origin: ORIGIN } })
        expect(answer).toMatchObject({
          status,
          text: JSON.stringify({ Code: name, Message: `${name}: ${message}` }),
          headers: {
            'content-type': 'application/json',
            'access-control-allow-origin': ORIGIN,
            vary: 'Origin',
          },
        })
        expect(await call('HEAD', target, { headers })).toMatchObject({ status, text: '' })
        const plain = await call('GET', target, { headers })
        expect(plain.status).toBe(status)
        expect(plain.headers).not.toHaveProperty('access-control-allow-origin')
      },
    )

    test('GET /custom-auth is not let in by an authorizer that cannot be asked', async () => {
      const headers = { authorization: 'allow', origin: ORIGIN }
      expect(await call('GET', '/custom-auth', { headers })).toMatchObject({
        status: 500,
        text: '{"Code":"InternalServerError","Message":"An internal server error occurred."}',
        headers: { 'access-control-allow-origin': ORIGIN },
      })
    })

    test('GET /authenticated with the key of the usage plan is let in', async () => {
      const headers = { 'x-api-key': key() }
      expect(await call('GET', '/authenticated', { headers })).toMatchObject({
        status: 200,
        text: '{"secure":true}',
      })
      expect(await call('HEAD', '/authenticated', { headers })).toMatchObject({ status: 200, text: '' })
    })

    test('GET /built-in with a token that may is let in, and knows who calls', async () => {
      const headers = { authorization: 'allow' }
      expect(await call('GET', '/built-in', { headers })).toMatchObject({
        status: 200,
        text: '{"secure":true,"principal":"user","plan":"free"}',
      })
    })

    test.each(PATHS)('%s answers OPTIONS and other methods without credentials', async (target) => {
      expect(await call('OPTIONS', target)).toMatchObject({
        status: 204,
        text: '',
        headers: { allow: 'GET, HEAD, OPTIONS' },
      })
      const answer = await call('POST', target)
      expect(answer.status).toBe(405)
      expect(JSON.parse(answer.text)).toMatchObject({ Code: 'MethodNotAllowedError' })
    })
  })
}
