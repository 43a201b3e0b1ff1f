import { assemble } from './issuer.ts'
import { ISSUER, POOL_ISSUER } from './matrix-app.ts'
import {
  apiKeys,
  bearer,
  type Case,
  given,
  type Headers,
  ours,
  seconds,
  secret,
  theirs,
} from './matrix-case.ts'

const now = { iat: seconds - 60, exp: seconds + 3600 }
export const staff = { ...now, iss: ISSUER, aud: 'staff', sub: 'jane' }
export const user = { ...now, iss: POOL_ISSUER, aud: 'client', sub: 'jane', token_use: 'id' }
const access = {
  ...now,
  iss: POOL_ISSUER,
  client_id: 'client',
  token_use: 'access',
  scope: 'cities/read',
}

/** What no route with a token takes, whatever verifies it. */
const tokenCases = (target: string, claims: object): ReadonlyArray<Case> => {
  const valid = ours.token(claims)
  const [, payload = ''] = ours.token({ ...claims, sub: 'root' }).split('.')
  const refused = (name: string, headers: Headers): Case => given(name, target, headers, 'UNAUTHORIZED')
  const token = (name: string, text: string): Case => refused(name, bearer(text))
  return [
    given('a valid token', target, bearer(valid), 'admitted'),
    given('a valid token without Bearer', target, [['Authorization', valid]], 'admitted'),
    refused('no token', []),
    refused('an empty header', [['authorization', '']]),
    refused('the token in the wrong header', [['x-authorization', valid]]),
    refused('the token where an API key belongs', [['x-api-key', valid]]),
    refused('the token in a cookie', [['cookie', `authorization=${valid}`]]),
    refused('the token after Basic', [['authorization', `Basic ${valid}`]]),
    refused('two headers', [...bearer(valid), ...bearer(valid)]),
    token('alg none', assemble({ alg: 'none', kid: 'key-1' }, claims)),
    token('alg nOnE and a signature', ours.token(claims, { alg: 'nOnE' })),
    token('HS256 with the public key', ours.hmacToken(claims, ours.pem)),
    token('HS256 with the public key, called RS256', ours.hmacToken(claims, ours.pem, { alg: 'RS256' })),
    token('the wrong kid', ours.token(claims, { kid: 'key-2' })),
    token('no kid', ours.token(claims, { kid: undefined })),
    token('another’s key', theirs.token(claims)),
    token('a key that comes along', theirs.token(claims, { jwk: theirs.jwks.keys[0], kid: undefined })),
    token('expired', ours.token({ ...claims, exp: seconds - 1 })),
    token('without an end', ours.token({ ...claims, exp: undefined })),
    token('a future nbf', ours.token({ ...claims, nbf: seconds + 3600 })),
    token('a future iat', ours.token({ ...claims, iat: seconds + 3600 })),
    token('another issuer', ours.token({ ...claims, iss: 'https://evil.example.com/' })),
    token('changed claims', valid.replace(/\.[^.]*\./, `.${payload}.`)),
    token('no signature', valid.replace(/[^.]*$/, '')),
    token('nonsense', 'abc'),
  ]
}

export const jwtCases: ReadonlyArray<Case> = [
  ...tokenCases('/jwt', staff),
  given('the wrong audience', '/jwt', bearer(ours.token({ ...staff, aud: 'others' })), 'UNAUTHORIZED'),
  given('a token of the user pool', '/jwt', bearer(ours.token(user)), 'UNAUTHORIZED'),
  given('a scope', '/jwt/scoped', bearer(ours.token({ ...staff, scope: 'read edit' })), 'admitted'),
  given('no scope', '/jwt/scoped', bearer(ours.token(staff)), 'UNAUTHORIZED', 'ACCESS_DENIED'),
  given(
    'another scope',
    '/jwt/scoped',
    bearer(ours.token({ ...staff, scope: 'editor' })),
    'UNAUTHORIZED',
    'ACCESS_DENIED',
  ),
  given(
    'a scope that is not proven',
    '/jwt/scoped',
    bearer(theirs.token({ ...staff, scope: 'edit' })),
    'UNAUTHORIZED',
  ),
  given('neither token nor key', '/jwt/keyed', [], 'UNAUTHORIZED'),
  given('a key without a token', '/jwt/keyed', [['x-api-key', apiKeys.partner]], 'UNAUTHORIZED'),
  given('a token without a key', '/jwt/keyed', bearer(ours.token(staff)), 'INVALID_API_KEY'),
  given(
    'a token and another key',
    '/jwt/keyed',
    [...bearer(ours.token(staff)), ['x-api-key', secret()]],
    'INVALID_API_KEY',
  ),
  given(
    'a token and a key',
    '/jwt/keyed',
    [...bearer(ours.token(staff)), ['x-api-key', apiKeys.partner]],
    'admitted',
  ),
]

export const cognitoCases: ReadonlyArray<Case> = [
  ...tokenCases('/user-pools', user),
  given('an access token', '/user-pools', bearer(ours.token(access)), 'UNAUTHORIZED'),
  given('a token of the other issuer', '/user-pools', bearer(ours.token(staff)), 'UNAUTHORIZED'),
  given('an access token', '/user-pools/scoped', bearer(ours.token(access)), 'admitted'),
  given('an identity token', '/user-pools/scoped', bearer(ours.token(user)), 'UNAUTHORIZED'),
  given(
    'an access token of another scope',
    '/user-pools/scoped',
    bearer(ours.token({ ...access, scope: 'cities/write' })),
    'UNAUTHORIZED',
    'ACCESS_DENIED',
  ),
]
