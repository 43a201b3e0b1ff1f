import { calix, get, lambda, route } from 'calix'
import type { ServeOptions } from 'calix/local'
import { describe, expect, test } from 'vitest'
import { serving } from '../support/serving.ts'
import { exchangeRaw } from '../support/socket.ts'
import { guardedApp } from './wiring-app.ts'

const guarded = async (options: ServeOptions = {}) => {
  const { app, asked, ran } = guardedApp()
  const { errors, lines, url, host } = await serving(lambda(app), options)
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(url + path, { headers, method })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === '' ? '' : JSON.parse(text) }
  }
  return { ask, asked, errors, host, lines, ran, url }
}

const KEYS = { partner: 'a-key-of-the-partner', other: 'another-key' }
const CREDENTIALS = [{ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }]

describe('what cannot be decided here', () => {
  const LINES = [
    'GET /key (API key): there are no API keys to compare with',
    'GET /both (API key): there are no API keys to compare with',
    'GET /iam (iam): there are no AWS credentials to verify signatures with',
    'GET /custom (custom): its function is deployed elsewhere (arn:aws:lambda:eu-central-1:123456789012:function:elsewhere)',
    'GET /jwt (jwt): the keys of https://issuer.example are not to be had',
  ]
  // A place that there is none at, so that nobody on a network is asked.
  const auth = { jwks: { 'https://issuer.example': '/nowhere/keys.json' } }

  test('local: everybody is let in, as a caller that stands in, and one warning names each route', async () => {
    const { ask, errors, ran } = await guarded({ auth })
    expect(errors).toHaveLength(2)
    expect(errors[0]).toMatch(/^These routes cannot be checked .+ let everybody in/)
    for (const line of LINES) expect(errors[0]).toContain(line)
    expect(errors[0]).not.toContain('demo')
    for (const path of ['/key', '/iam', '/custom', '/jwt']) expect((await ask(path)).status).toBe(200)
    expect(ran).toEqual(['key', 'iam', 'custom', 'jwt'])
    expect((await ask('/key')).body.identity).toEqual({ apiKeyId: 'local' })
    expect((await ask('/iam')).body.identity.userArn).toBe('arn:aws:iam::123456789012:user/local')
    expect((await ask('/custom')).body.identity).toEqual({ principalId: 'local', context: {} })
    expect((await ask('/jwt')).body.identity).toEqual({ claims: { sub: 'local' }, scopes: [] })
  })

  test('strict: nobody is', async () => {
    const { ask, errors, lines, ran } = await guarded({ auth: { ...auth, mode: 'strict' } })
    expect(errors[0]).toMatch(/^These routes cannot be checked .+ let nobody in/)
    for (const line of LINES) expect(errors[0]).toContain(line)
    for (const path of ['/key', '/iam', '/custom', '/jwt']) expect((await ask(path)).status).toBe(403)
    expect((await ask('/both', { 'x-token': 'a' })).status).toBe(403)
    expect((await ask('/open')).status).toBe(200)
    expect(ran).toEqual(['open'])
    expect(lines).toContainEqual(
      expect.stringMatching(/^GET \/key: ACCESS_DENIED, API keys cannot be decided/),
    )
  })

  test('off: everybody may call everything, and no authorizer is asked', async () => {
    const { ask, asked, errors, lines, ran } = await guarded({ auth: { ...auth, mode: 'off' } })
    expect(errors).toEqual([
      'Authentication is off: everybody may call every route, as a caller that stands in.',
    ])
    for (const path of ['/key', '/both', '/iam', '/custom', '/jwt', '/cities/x'])
      expect((await ask(path)).status).toBe(200)
    expect(asked).toEqual([])
    expect(ran).toHaveLength(6)
    expect((await ask('/both')).body.identity).toEqual({
      apiKeyId: 'local',
      principalId: 'local',
      context: {},
    })
    expect(lines.filter((line) => line.includes('ACCESS_DENIED'))).toEqual([])
  })

  test('what this kind of gateway cannot have is said, and checked all the same', async () => {
    const http = await guarded({ payload: 'http', auth: { ...auth, apiKeys: KEYS } })
    expect(http.errors.join('\n')).toContain('GET /key (API key): HTTP APIs have no API keys; REST APIs do')
    expect(http.errors.join('\n')).not.toContain('(jwt): HTTP')
    expect((await http.ask('/key')).status).toBe(403)
    expect((await http.ask('/key', { 'x-api-key': KEYS.partner })).body.identity).toEqual({
      apiKeyId: 'partner',
    })
    const rest = await guarded({ auth })
    expect(rest.errors.join('\n')).toContain('GET /jwt (jwt): REST APIs verify no JSON web tokens')
  })

  test('an app whose routes are open has nothing to say', async () => {
    const open = calix(
      {},
      route(get('/'), () => 'mine'),
    )
    const { errors, url } = await serving(lambda(open), { auth: { mode: 'strict', apiKeys: KEYS } })
    expect(await (await fetch(url)).text()).toBe('mine')
    expect(errors).toEqual([])
  })
})

const doors = [{ payload: 'rest' }, { payload: 'http' }, { payload: '1.0' }] as const

describe.each(doors)('no way around an authorizer, payload $payload', ({ payload }) => {
  /** How a path can be written, and what the right credentials get there: deployed, a gateway has no route for the last. */
  const spellings: ReadonlyArray<readonly [path: string, status: number]> = [
    ['/cities/seattle', 200],
    ['/cities/%73eattle', 200],
    ['/cities/seattle?x-token=a', 200],
    ['/files/a/b', 200],
    ['/files/a%2Fb', 200],
    ['/any', 200],
    ['/cities/seattle/', 401],
    ['/c%69ties/seattle', 401],
    ['/any/', 401],
  ]

  test('by how its path is written', async () => {
    const { ask, ran } = await guarded({ payload })
    for (const [path] of spellings) expect([path, (await ask(path)).status]).toEqual([path, 401])
    expect(ran).toEqual([])
    for (const [path, status] of spellings)
      expect([path, (await ask(path, { 'x-token': 'a' })).status]).toEqual([path, status])
    expect(ran).toHaveLength(spellings.filter(([, status]) => status === 200).length)
  })

  test('by the target in absolute form', async () => {
    const { ran, url } = await guarded({ payload })
    const text = await exchangeRaw(
      url,
      `GET ${url}/cities/x HTTP/1.1\r\nhost: other.example\r\nconnection: close\r\n\r\n`,
    )
    expect(text).toMatch(/^HTTP\/1\.1 401 /)
    expect(ran).toEqual([])
  })

  test('by the method: HEAD is GET’s, and ANY has OPTIONS too', async () => {
    const { ask, ran } = await guarded({ payload })
    expect((await ask('/cities/x', {}, 'HEAD')).status).toBe(401)
    expect((await ask('/any', {}, 'OPTIONS')).status).toBe(401)
    expect((await ask('/any', {}, 'PATCH')).status).toBe(401)
    expect(ran).toEqual([])
    expect((await ask('/cities/x', { 'x-token': 'a' }, 'HEAD')).status).toBe(200)
    expect((await ask('/any', { 'x-token': 'a' }, 'PATCH')).status).toBe(200)
    expect(ran).toEqual(['city', 'any'])
  })

  test('but what runs no handler is open: preflights, OPTIONS, other methods, unknown paths', async () => {
    const { ask, ran } = await guarded({ payload })
    const preflight = { origin: 'https://a.example', 'access-control-request-method': 'GET' }
    const answer = await ask('/cities/x', preflight, 'OPTIONS')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect((await ask('/cities/x', {}, 'OPTIONS')).status).toBe(204)
    expect((await ask('/cities/x', {}, 'DELETE')).status).toBe(405)
    expect((await ask('/cities')).status).toBe(404)
    expect((await ask('/cities/%')).status).toBeGreaterThanOrEqual(400)
    expect(ran).toEqual([])
  })

  test('with the identity that the authorizer tells', async () => {
    const { ask } = await guarded({ payload })
    const { body } = await ask('/cities/x', { 'x-token': 'a' })
    expect(body.identity).toEqual({
      principalId: 'ada',
      context: { plan: 'free' },
    })
  })
})

describe('API keys', () => {
  test('are compared with those of the stage', async () => {
    const { ask, lines, ran } = await guarded({ auth: { apiKeys: KEYS } })
    for (const wrong of [undefined, '', 'a-key', `${KEYS.partner} `.repeat(2), KEYS.partner.toUpperCase()]) {
      const answer = await ask('/key', wrong === undefined ? {} : { 'x-api-key': wrong })
      expect([answer.status, answer.body]).toEqual([
        403,
        { Code: 'ForbiddenError', Message: 'ForbiddenError: Forbidden' },
      ])
    }
    expect(ran).toEqual([])
    const { body, status } = await ask('/key', { 'x-api-key': KEYS.other })
    expect([status, body.identity]).toEqual([200, { apiKeyId: 'other' }])
    expect(lines.join('\n')).toContain('GET /key: INVALID_API_KEY, ')
    for (const key of Object.values(KEYS)) expect(lines.join('\n')).not.toContain(key)
  })

  test('are asked for after the authorizer, and beside it', async () => {
    const { ask, asked } = await guarded({ auth: { apiKeys: KEYS } })
    expect((await ask('/both', { 'x-api-key': KEYS.partner })).status).toBe(401)
    expect(asked).toHaveLength(0)
    expect((await ask('/both', { 'x-token': 'a' })).status).toBe(403)
    expect(asked).toHaveLength(1)
    const { body } = await ask('/both', { 'x-token': 'a', 'x-api-key': KEYS.partner })
    expect(body.identity).toEqual({ apiKeyId: 'partner', principalId: 'ada', context: { plan: 'free' } })
  })
})

test('a request that nobody has signed is no caller of iam()', async () => {
  const { ask, errors, ran } = await guarded({ auth: { credentials: CREDENTIALS } })
  expect((await ask('/iam')).status).toBe(403)
  expect(ran).toEqual([])
  expect(errors.join('\n')).not.toContain('(iam)')
})
