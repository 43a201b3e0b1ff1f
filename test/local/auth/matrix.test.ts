import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lambda } from 'calix'
import { type GatewayKind, type LocalServer, type ServeOptions, serve } from 'calix/local'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WireRequest } from '../../../local/gateway/gateway.ts'
import { type Answered, call } from './call.ts'
import { ISSUER, matrixApp, ORIGIN, POOL } from './matrix-app.ts'
import { apiKeys, bearer, type Case, key, ours, type Refusal, session } from './matrix-case.ts'
import { apiKeyCases, builtInCases } from './matrix-cases.ts'
import { iamCases } from './matrix-signatures.ts'
import { cognitoCases, jwtCases, staff, user } from './matrix-tokens.ts'
import { request } from './request.ts'
import { signed } from './signer.ts'

// Every kind of authorizer, with right credentials and with wrong ones, over a socket: what the caller gets, and that
// nothing has run that should not.

const folder = mkdtempSync(join(tmpdir(), 'calix-matrix-'))
const jwks = join(folder, 'jwks.json')
writeFileSync(jwks, JSON.stringify(ours.jwks))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const auth = { apiKeys, credentials: [key, session], jwks: { [POOL]: jwks, [ISSUER]: jwks } }

const coded = (code: string, message: string): string => JSON.stringify({ Code: code, Message: message })
const forbidden = (message: string): readonly [number, string] => [
  403,
  coded('ForbiddenError', `ForbiddenError: ${message}`),
]

/** What a REST API answers, in the app's error shape; an HTTP API has one text a status. */
const REST: Readonly<Record<Refusal, readonly [number, string]>> = {
  UNAUTHORIZED: [401, coded('UnauthorizedError', 'UnauthorizedError: Unauthorized')],
  ACCESS_DENIED: forbidden('User is not authorized to access this resource'),
  INVALID_API_KEY: forbidden('Forbidden'),
  MISSING_AUTHENTICATION_TOKEN: forbidden('Missing Authentication Token'),
  INVALID_SIGNATURE: forbidden('The request signature does not match'),
  FAILURE: [500, coded('InternalServerError', 'An internal server error occurred.')],
}
const HTTP: Readonly<Record<number, string>> = {
  401: '{"message":"Unauthorized"}',
  403: '{"message":"Forbidden"}',
  500: '{"message":"Internal Server Error"}',
}

const KINDS: ReadonlyArray<readonly [string, ReadonlyArray<Case>]> = [
  ['an API key', apiKeyCases],
  ['IAM', iamCases],
  ['Cognito', cognitoCases],
  ['JWT', jwtCases],
  ['a built-in authorizer', builtInCases],
]

/** The app behind a gateway, for the length of the tests around it. */
const behind = (payload: GatewayKind, settings: ServeOptions['auth'] = auth) => {
  const { app, asked, ran } = matrixApp()
  const lines: string[] = []
  let server: LocalServer | undefined
  beforeAll(async () => {
    const log = (line: string): unknown => lines.push(line)
    server = await serve({ handler: lambda(app), port: 0, payload, auth: settings, gatewayTimeout: 2, log })
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    ran.length = 0
    asked.length = 0
    lines.length = 0
  })
  const url = (): string => server?.url ?? ''
  return {
    ...{ asked, lines, ran, url },
    /** As a page of another origin sends it. */
    send: (asked: WireRequest): Promise<Answered> =>
      call(url(), { ...asked, headers: [...asked.headers, ['origin', ORIGIN]] }),
  }
}

const CORS = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-credentials': 'true',
}

/** What would let a reader of the log in, and what the app keeps to itself. */
const SECRETS = [
  ...Object.values(apiKeys),
  ...[key.secretAccessKey, session.secretAccessKey, session.sessionToken ?? ''],
  'a secret of the authorizer',
]

describe.each(['rest', 'http', '1.0'] as const)('payload %s', (payload) => {
  const isRest = payload === 'rest'
  const { asked, lines, ran, send, url } = behind(payload)

  describe.each(KINDS)('%s', (_, cases) => {
    test.each(cases)('$name', async ({ ask, ...expected }) => {
      const outcome = isRest ? expected.rest : expected.http
      const sent = await ask(new URL(url()).host)
      const { headers, status, text } = await send(sent)
      expect(headers).toMatchObject(CORS)
      if (outcome === 'admitted') {
        expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('"name"') })
        expect(ran).toHaveLength(1)
        return
      }
      const [code, body] = REST[outcome]
      expect({ status, text }).toEqual({ status: code, text: isRest ? body : HTTP[code] })
      expect(headers['content-type']).toBe('application/json')
      expect(ran).toEqual([])
      const [line = '', ...others] = lines.filter((each) => !/ \d+ ms$/.test(each))
      expect(others).toEqual([])
      expect(line).toContain(outcome === 'FAILURE' ? 'AUTHORIZER_' : `: ${outcome}, `)
      for (const secret of SECRETS) expect(line).not.toContain(secret)
      for (const [name, value] of sent.headers)
        if (/authorization|token/i.test(name) && value.length > 40) expect(line).not.toContain(value)
    })
  })

  const identity = async (asked: WireRequest): Promise<unknown> =>
    JSON.parse((await send(asked)).text).identity

  test('the handler reads who is calling', async () => {
    const { host } = new URL(url())
    expect(await identity(request('/authenticated', [['x-api-key', apiKeys.tester]]))).toEqual({
      apiKeyId: 'tester',
    })
    expect(await identity(await signed(session, { path: '/iam-role', host }, { at: new Date() }))).toEqual({
      accountId: '123456789012',
      accessKey: session.accessKeyId,
      callerId: 'AIDAIOSFODNN7EXAMPLE',
      userArn: 'arn:aws:iam::123456789012:user/local',
      userId: 'AIDAIOSFODNN7EXAMPLE',
    })
    expect(
      await identity(request('/jwt/scoped', bearer(ours.token({ ...staff, scope: 'read edit' })))),
    ).toMatchObject({ claims: { sub: 'jane', aud: 'staff' }, scopes: ['read', 'edit'] })
    expect(await identity(request('/user-pools', bearer(ours.token(user))))).toMatchObject({
      claims: { sub: 'jane', token_use: 'id' },
      scopes: [],
    })
    expect(await identity(request('/built-in', [['authorization', 'writer']]))).toEqual({
      principalId: 'ada',
      context: { plan: 'free', seats: '3' },
    })
  })

  test('a remembered policy is evaluated for every route', async () => {
    const status = async (method: string, target: string, token: string): Promise<number> =>
      (await send(request(target, [['authorization', token]], { method }))).status
    // Whichever route is first: what it was asked for is not what it allows.
    for (const token of ['reader', 'writer', 'allows all but other', 'may nothing'])
      await status('GET', '/built-in', token)
    asked.length = 0
    ran.length = 0
    expect(await status('GET', '/built-in', 'reader')).toBe(200)
    expect(await status('HEAD', '/built-in', 'reader')).toBe(200)
    expect(await status('POST', '/built-in', 'reader')).toBe(403)
    expect(await status('GET', '/built-in/other', 'reader')).toBe(403)
    expect(await status('GET', '/built-in/other', 'writer')).toBe(200)
    expect(await status('GET', '/built-in/other', 'allows all but other')).toBe(403)
    expect(await status('POST', '/built-in', 'allows all but other')).toBe(200)
    expect(await status('GET', '/built-in', 'may nothing')).toBe(403)
    expect(await status('POST', '/built-in', 'may nothing')).toBe(403)
    expect(asked).toEqual([])
    expect(ran).toEqual(['built-in', 'built-in', 'built-in/other', 'POST built-in'])
  })

  test('a failure is not remembered', async () => {
    for (let count = 0; count < 2; count++) await send(request('/built-in', [['authorization', 'throws']]))
    expect(asked).toEqual(['throws', 'throws'])
  })

  test('another spelling of the path is no way around', async () => {
    for (const path of ['/built-in/other/', '/built-in/%6Fther', '/built%2Din/other', '/%62uilt-in/other'])
      expect((await send(request(path, [['authorization', 'reader']]))).status).toBe(403)
    for (const path of ['/jwt/', '/%6Awt', '/authenticated/', '/user%2Dpools', '/iam-role/'])
      expect([401, 403]).toContain((await send(request(path))).status)
    for (const path of ['/jwt', '/authenticated', '/iam-role', '/built-in'])
      expect([401, 403]).toContain((await send(request(path, [], { method: 'HEAD' }))).status)
    expect(ran).toEqual([])
  })

  test('preflights, open routes and what is not there need no credentials', async () => {
    const preflight = [['access-control-request-method', 'GET']] as const
    for (const path of ['/jwt', '/authenticated', '/iam-role', '/user-pools', '/built-in', '/custom-auth']) {
      const { status, headers } = await send(request(path, preflight, { method: 'OPTIONS' }))
      expect({ status, origin: headers['access-control-allow-origin'] }).toEqual({
        status: 204,
        origin: ORIGIN,
      })
    }
    expect((await send(request('/none'))).status).toBe(404)
    expect((await send(request('/jwt', [], { method: 'DELETE' }))).status).toBe(405)
    expect(ran).toEqual([])
    expect((await send(request('/open'))).status).toBe(200)
    expect(asked).toEqual([])
  })

  test('what cannot be decided here is admitted', async () => {
    expect(await identity(request('/custom-auth'))).toMatchObject({ principalId: 'local' })
  })

  test('many callers at once are each told apart', async () => {
    const callers = Array.from({ length: 60 }, (_, index) => index % 3)
    const answers = await Promise.all(
      callers.map((kind) =>
        identity(
          kind === 0
            ? request('/jwt', bearer(ours.token({ ...staff, sub: 'one' })))
            : kind === 1
              ? request('/user-pools', bearer(ours.token({ ...user, sub: 'two' })))
              : request('/authenticated', [['x-api-key', apiKeys.partner]]),
        ),
      ),
    )
    for (const [index, answer] of answers.entries())
      expect(answer).toMatchObject(
        [{ claims: { sub: 'one' } }, { claims: { sub: 'two' } }, { apiKeyId: 'partner' }][
          callers[index] ?? 0
        ] ?? {},
      )
  })
})

describe('strict', () => {
  const { lines, ran, send } = behind('rest', { mode: 'strict', ...auth })
  test('what cannot be decided here is refused', async () => {
    const { headers, status, text } = await send(request('/custom-auth', [['authorization', 'anything']]))
    const [code, body] = REST.ACCESS_DENIED
    expect({ status, text }).toEqual({ status: code, text: body })
    expect(headers).toMatchObject(CORS)
    expect(ran).toEqual([])
    expect(lines.join('\n')).toContain('ACCESS_DENIED')
  })

  test('what can be decided is', async () => {
    for (const [path, headers] of [
      ['/authenticated', [['x-api-key', apiKeys.partner]]],
      ['/jwt', bearer(ours.token(staff))],
      ['/user-pools', bearer(ours.token(user))],
      ['/built-in', [['authorization', 'reader']]],
    ] as const)
      expect((await send(request(path, headers))).status).toBe(200)
    expect((await send(request('/jwt'))).status).toBe(401)
    expect(ran).toHaveLength(4)
  })
})

describe('strict, with nothing to decide by', () => {
  const { ran, send } = behind('rest', { mode: 'strict', jwks: { [POOL]: folder, [ISSUER]: folder } })
  test('nobody is admitted but by a built-in authorizer', async () => {
    for (const [path, headers] of [
      ['/authenticated', [['x-api-key', apiKeys.partner]]],
      ['/iam-role', []],
      ['/jwt', bearer(ours.token(staff))],
      ['/user-pools', bearer(ours.token(user))],
      ['/custom-auth', []],
    ] as const)
      expect([401, 403]).toContain((await send(request(path, headers))).status)
    expect(ran).toEqual([])
    expect((await send(request('/built-in', [['authorization', 'reader']]))).status).toBe(200)
  })
})
