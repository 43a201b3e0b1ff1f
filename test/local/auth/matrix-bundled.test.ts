import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { serve } from 'calix/local'
import { expect, onTestFinished, test } from 'vitest'
import { project } from '../support/project.ts'
import { call } from './call.ts'
import { issuer } from './issuer.ts'
import { request } from './request.ts'
import { signed } from './signer.ts'

const ISSUER = 'https://login.example.com/'

/** The handler that has run says so to its callers alone: it runs in another thread. */
const APP = `
  import { apiKey, authorize, authorizer, calix, get, iam, jwt, route, UnauthorizedError } from 'calix'
  import { pipe } from 'fp-ts/lib/function.js'

  const demo = authorizer(({ token }) => {
    if (token === 'throws') throw new Error('broken')
    if (token === 'never settles') return new Promise<never>(() => {})
    if (token !== 'ada') throw new UnauthorizedError('Unknown token')
    return { routes: ['GET /built-in'], principalId: token, context: { plan: 'free' } }
  }, { name: 'demo', header: 'X-Token' })
  const who = ({ identity }: { readonly identity: unknown }) => ({ ran: true, identity })

  export const app = calix(
    { name: 'bundled', log: () => {} },
    route(pipe(get('/authenticated'), authorize(apiKey())), who),
    route(pipe(get('/iam-role'), authorize(iam())), who),
    route(pipe(get('/jwt'), authorize(jwt({ issuer: '${ISSUER}', audience: 'staff' }))), who),
    route(pipe(get('/built-in'), authorize(demo)), who),
    route(pipe(get('/built-in/other'), authorize(demo)), who),
  )
`

test('an app that is bundled and runs in a thread is guarded as one in process is', async () => {
  const seconds = Math.floor(Date.now() / 1000)
  const { hmacToken, jwks, pem, token } = issuer()
  const claims = { iss: ISSUER, aud: 'staff', sub: 'jane', exp: seconds + 60 }
  const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: randomBytes(24).toString('base64') }
  const apiKey = randomBytes(24).toString('hex')
  const { path } = project({ 'app.ts': APP })
  writeFileSync(path('jwks.json'), JSON.stringify(jwks))
  const auth = { apiKeys: { partner: apiKey }, credentials: [key], jwks: { [ISSUER]: path('jwks.json') } }
  const server = await serve({ entry: path('app.ts'), autoreload: false, port: 0, gatewayTimeout: 2, auth })
  onTestFinished(() => server.close())
  const { host } = new URL(server.url)

  const get = async (target: string, name: string, value: string) =>
    call(server.url, request(target, [[name, value]]))
  const refused = async (target: string, name: string, value: string): Promise<number> => {
    const { status, text } = await get(target, name, value)
    expect(text).not.toContain('ran')
    return status
  }
  const admitted = async (asked: ReturnType<typeof get>): Promise<unknown> => {
    const { status, text } = await asked
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('"ran":true') })
    return JSON.parse(text).identity
  }

  expect(await admitted(get('/authenticated', 'x-api-key', apiKey))).toEqual({ apiKeyId: 'partner' })
  expect(await refused('/authenticated', 'x-api-key', 'other')).toBe(403)
  const own = await signed(key, { path: '/iam-role', host }, { at: new Date() })
  expect(await admitted(call(server.url, own))).toMatchObject({ accessKey: key.accessKeyId })
  expect(await refused('/iam-role', 'authorization', 'AWS4-HMAC-SHA256 Credential=x')).toBe(403)
  expect(await admitted(get('/jwt', 'authorization', `Bearer ${token(claims)}`))).toMatchObject({
    claims: { sub: 'jane' },
  })
  expect(await refused('/jwt', 'authorization', `Bearer ${hmacToken(claims, pem)}`)).toBe(401)
  expect(await admitted(get('/built-in', 'x-token', 'ada'))).toEqual({
    principalId: 'ada',
    context: { plan: 'free' },
  })
  expect(await refused('/built-in/other', 'x-token', 'ada')).toBe(403)
  expect(await refused('/built-in', 'x-token', 'eve')).toBe(401)
  expect(await refused('/built-in', 'x-token', 'throws')).toBe(500)
  expect(await refused('/built-in', 'x-token', 'never settles')).toBe(500)
  // It has been left behind in the thread, which still serves.
  expect(await admitted(get('/built-in', 'x-token', 'ada'))).toMatchObject({ principalId: 'ada' })
})
