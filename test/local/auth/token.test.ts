import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble, issuer } from './issuer.ts'
import {
  type Asking,
  answerTo,
  claims,
  ISSUER,
  identity,
  ours,
  POOL_ISSUER,
  seconds,
  staff,
  theirs,
  users,
} from './token-asking.ts'

/** Both kinds of authorizer, each with claims that it takes. */
const KINDS: ReadonlyArray<readonly [string, Asking, object]> = [
  ['jwt', { authorizer: staff }, claims],
  ['cognito', { authorizer: users }, identity],
]

describe.each(KINDS)('%s', (_, asking, valid) => {
  const answers = (token: string, more: Asking = {}): Promise<string> =>
    answerTo(token, { ...asking, ...more })
  const right = ours.token(valid)

  test('a valid token, alone or after Bearer', async () => {
    for (const value of [right, `Bearer ${right}`, `bearer ${right}`])
      expect(await answers(right, { headers: [['Authorization', value]] })).toBe('Admitted')
  })

  test.each([
    ['no header', []],
    ['another header', [['x-authorization', right]]],
    ['the token in the query’s place', [['cookie', `authorization=${right}`]]],
    ['an empty header', [['authorization', '']]],
    ['Bearer and nothing', [['authorization', 'Bearer ']]],
    ['another scheme', [['authorization', `Basic ${right}`]]],
    ['a space too many', [['authorization', `Bearer  ${right}`]]],
    ['a space at the end', [['authorization', `${right} `]]],
    [
      'twice the same',
      [
        ['authorization', right],
        ['authorization', right],
      ],
    ],
    [
      'a second one',
      [
        ['authorization', `Bearer ${right}`],
        ['Authorization', 'Bearer x'],
      ],
    ],
    ['two in one', [['authorization', `${right}, ${right}`]]],
  ] as const)('%s', async (_, headers) => {
    expect(await answers(right, { headers })).toBe('UNAUTHORIZED')
  })

  test('the header that the authorizer names, and no other', async () => {
    const header = 'X-Token'
    const authorizer = { ...(asking.authorizer ?? staff), header }
    const named = (name: string): Promise<string> => answerTo(right, { authorizer, headers: [[name, right]] })
    expect(await named('x-token')).toBe('Admitted')
    expect(await named('Authorization')).toBe('UNAUTHORIZED')
  })

  test.each([
    ['of another key of the same name', theirs.token(valid)],
    ['with alg none', assemble({ alg: 'none', kid: 'key-1' }, valid)],
    ['with alg None', assemble({ alg: 'None', kid: 'key-1' }, valid)],
    ['with alg none and the signature left on', ours.token(valid, { alg: 'none' })],
    ['with no alg', ours.token(valid, { alg: undefined })],
    ['with an alg that is a list', ours.token(valid, { alg: ['RS256'] })],
    ['with HS256 by the public key', ours.hmacToken(valid, ours.pem)],
    ['with HS256 by the public key without its last line', ours.hmacToken(valid, ours.pem.trim())],
    ['with HS256 by the public key as JSON', ours.hmacToken(valid, JSON.stringify(ours.jwks.keys[0]))],
    ['with HS256 by its modulus', ours.hmacToken(valid, Buffer.from('AQAB', 'base64url'))],
    ['with HS256 by nothing', ours.hmacToken(valid, '')],
    ['with HS256 called RS256', ours.hmacToken(valid, ours.pem, { alg: 'RS256' })],
    ['with PS256', ours.token(valid, { alg: 'PS256' })],
    ['with ES256', ours.token(valid, { alg: 'ES256' })],
    ['of another kid', ours.token(valid, { kid: 'key-2' })],
    ['of no kid', ours.token(valid, { kid: undefined })],
    ['of an empty kid', ours.token(valid, { kid: '' })],
    ['of a kid that is a path', ours.token(valid, { kid: '../../dev/null' })],
    ['of a kid that every object has', ours.token(valid, { kid: '__proto__' })],
    ['with a key of its own', theirs.token(valid, { jwk: theirs.jwks.keys[0] })],
    [
      'with the place of a key of its own',
      theirs.token(valid, { jku: 'https://evil.example.com/jwks.json' }),
    ],
    ['that demands what is not understood', ours.token(valid, { crit: ['exp'], exp: 1 })],
    ['with unencoded claims', ours.token(valid, { b64: false, crit: ['b64'] })],
    ['without a signature', right.replace(/\.[^.]*$/, '.')],
    ['with half a signature', right.slice(0, -171)],
    [
      'with other claims',
      right.replace(/\.[^.]*\./, `.${assemble('', { ...valid, sub: 'root' }).split('.')[1]}.`),
    ],
    ['of two parts', right.split('.').slice(0, 2).join('.')],
    ['of four parts', `${right}.x`],
    ['that is encrypted, by its looks', `${right}.x.y`],
    ['that is no token', 'abc'],
    ['of dots', '..'],
    ['whose header is no base64url', `!!!.${right.split('.').slice(1).join('.')}`],
    ['whose header is no JSON', assemble('nonsense', valid)],
    ['whose header is a list', assemble([], valid)],
    ['whose header is null', assemble(null, valid)],
    ['whose claims are no JSON', ours.token('nonsense')],
    ['whose claims are a list', ours.token([])],
    ['whose claims are null', ours.token(null)],
    ['whose claims are nested 100,000 deep', ours.token(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['whose header is nested 100,000 deep', assemble(`{"alg":${'['.repeat(100_000)}`, valid)],
    ['of a megabyte', `${'a'.repeat(1_000_000)}.b.c`],
  ])('a token %s', async (_, token) => {
    expect(await answers(token)).toBe('UNAUTHORIZED')
  })

  test.each([
    ['expired a second ago', { exp: seconds - 1 }],
    ['expired this second', { exp: seconds }],
    ['never expires', { exp: undefined }],
    ['expires at a text', { exp: String(seconds + 60) }],
    ['expires at null', { exp: null }],
    ['is valid from the next second on', { nbf: seconds + 1 }],
    ['is valid from a text on', { nbf: String(seconds) }],
    ['is issued in the next second', { iat: seconds + 1 }],
    ['is issued at a text', { iat: 'now' }],
    ['is of another issuer', { iss: 'https://evil.example.com/' }],
    ['is of no issuer', { iss: undefined }],
    ['is of a list of issuers', { iss: [ISSUER, POOL_ISSUER] }],
    ['is of nearly the issuer', { iss: `${asking.authorizer === users ? POOL_ISSUER : ISSUER}x` }],
  ])('a token that %s', async (_, over) => {
    expect(await answers(ours.token({ ...valid, ...over }))).toBe('UNAUTHORIZED')
  })

  test.each([
    ['from this second on', { nbf: seconds, iat: seconds, exp: seconds + 1 }],
    ['that does not say when it was issued', { iat: undefined }],
    ['that is nearly over', { exp: seconds + 0.5 }],
  ])('a token %s is valid', async (_, over) => {
    expect(await answers(ours.token({ ...valid, ...over }))).toBe('Admitted')
  })

  test('a key that is too weak, of another type, or for encryption is none', async () => {
    const weak = issuer('key-1', generateKeyPairSync('rsa', { modulusLength: 1024 }))
    expect(await answers(weak.token(valid), { published: weak.jwks })).toBe('UNAUTHORIZED')
    const secret = Buffer.from('secret')
    const shared = { keys: [{ kty: 'oct', kid: 'key-1', k: secret.toString('base64url'), alg: 'HS256' }] }
    expect(await answers(ours.hmacToken(valid, secret), { published: shared })).toBe('UNAUTHORIZED')
    const [key = {}] = ours.jwks.keys
    expect(await answers(right, { published: { keys: [{ ...key, use: 'enc' }] } })).toBe('UNAUTHORIZED')
    expect(await answers(right, { published: { keys: [key, ...theirs.jwks.keys] } })).toBe('UNAUTHORIZED')
    expect(await answers(right, { published: { keys: [] } })).toBe('UNAUTHORIZED')
  })

  test('a key without a name is none, not even for a token that names none', async () => {
    const [key = {}] = ours.jwks.keys
    const published = { keys: [{ ...key, kid: undefined }] }
    expect(await answers(ours.token(valid, { kid: undefined }), { published })).toBe('UNAUTHORIZED')
    expect(await answers(right, { published })).toBe('UNAUTHORIZED')
  })

  test('no text is a token', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString('base64url')),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 5 }), async (pieces) => {
        expect(await answers(pieces.join('.'))).toBe('UNAUTHORIZED')
      }),
      { numRuns: 300 },
    )
  })

  test('no single character of a token may change', async () => {
    const positions = fc.integer({ min: 0, max: right.length - 2 })
    await fc.assert(
      fc.asyncProperty(positions, fc.constantFrom('A', 'b', '0', '_', '.'), async (at, character) => {
        fc.pre(right[at] !== character)
        const changed = right.slice(0, at) + character + right.slice(at + 1)
        expect(await answers(changed)).toBe('UNAUTHORIZED')
      }),
      { numRuns: 300 },
    )
  })
})
