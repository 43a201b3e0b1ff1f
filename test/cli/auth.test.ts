import { mkdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { issuer } from '../local/auth/issuer.ts'
import { signed } from '../local/auth/signer.ts'
import { calix, calixLocal } from '../local/support/command.ts'
import { project } from '../local/support/project.ts'
import { exchangeRaw } from '../local/support/socket.ts'

const ISSUER = 'https://issuer.example'

const app = `
  import { apiKey, authorize, calix, get, iam, jwt, route } from 'calix'
  import { pipe } from 'fp-ts/function'
  const who = ({ identity }: { readonly identity: unknown }) => ({ identity })
  export const app = calix({},
    route(pipe(get('/key'), authorize(apiKey())), who),
    route(pipe(get('/iam'), authorize(iam())), who),
    route(pipe(get('/jwt'), authorize(jwt({ issuer: '${ISSUER}', audience: 'me' }))), who))`

// Those of whoever runs the tests are none of theirs.
const withoutCredentials = () => {
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    vi.stubEnv(name, undefined)
}

const statusOf = async (url: string, headers: Record<string, string> = {}): Promise<number> =>
  (await fetch(url, { headers })).status

test('calix.local.json beside package.json says what credentials are checked against', async () => {
  withoutCredentials()
  const keys = issuer()
  const settings = {
    apiKeys: { partner: 'key-of-the-partner' },
    credentials: [{ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'its-secret' }],
    jwks: { [ISSUER]: 'keys/jwks.json' },
    stages: { qa: { apiKeys: { tester: 'key-of-the-tester' } } },
  }
  const { root } = project({
    'app.ts': app,
    'calix.local.json': JSON.stringify(settings),
    'keys/jwks.json': JSON.stringify(keys.jwks),
  })
  const { err, url } = await calixLocal(root, '--payload', 'http')
  expect(err()).not.toContain('cannot be checked')
  const now = Math.floor(Date.now() / 1000)
  const token = keys.token({ iss: ISSUER, aud: 'me', sub: 'ada', exp: now + 60, iat: now - 1 })
  expect(await statusOf(`${url}/jwt`)).toBe(401)
  expect(await statusOf(`${url}/jwt`, { authorization: `Bearer ${token}` })).toBe(200)
  expect(await statusOf(`${url}/jwt`, { authorization: `Bearer ${token}x` })).toBe(401)
  expect(await statusOf(`${url}/iam`)).toBe(403)
  const [key] = settings.credentials
  if (key === undefined) throw new Error('there is one')
  const { headers } = await signed(key, { path: '/iam' }, { at: new Date() })
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  expect(await exchangeRaw(url, `GET /iam HTTP/1.1\r\n${lines}connection: close\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 200 .+AKIDEXAMPLE/s,
  )
  expect(await statusOf(`${url}/key`, { 'x-api-key': 'key-of-the-partner' })).toBe(200)
  expect(await statusOf(`${url}/key`, { 'x-api-key': 'key-of-the-tester' })).toBe(403)

  const qa = await calixLocal(root, '--stage', 'qa', '--auth', 'strict')
  expect(await statusOf(`${qa.url}/key`, { 'x-api-key': 'key-of-the-partner' })).toBe(403)
  expect(await statusOf(`${qa.url}/key`, { 'x-api-key': 'key-of-the-tester' })).toBe(200)
  for (const { err, out } of [qa]) expect(out() + err()).not.toContain('key-of-the')
})

test('AWS’s own variables are credentials, and --auth-file names another file', async () => {
  withoutCredentials()
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDENVIRONMENT')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret-of-the-environment')
  const { root } = project({ 'app.ts': app, 'auth/other.json': '{"mode": "strict"}' })
  const { err, out, url } = await calixLocal(root, '--auth-file', 'auth/other.json')
  await expect.poll(err).toContain('(--auth strict):\n  GET /key (API key)')
  expect(err()).not.toContain('(iam)')
  expect([await statusOf(`${url}/iam`), await statusOf(`${url}/key`)]).toEqual([403, 403])
  expect(err() + out()).not.toContain('secret-of-the-environment')
  const off = await calixLocal(root, '--auth-file', 'auth/other.json', '--auth=off')
  expect([await statusOf(`${off.url}/iam`), await statusOf(`${off.url}/key`)]).toEqual([200, 200])
  expect(off.err()).toBe(
    'Authentication is off: everybody may call every route, as a caller that stands in.\n',
  )
})

const run = async (args: ReadonlyArray<string>, files: Readonly<Record<string, string>>) => {
  const { root } = project({ 'app.ts': app, ...files })
  mkdirSync(`${root}/folder`)
  const { ended, err, out } = calix(['local', ...args], root)
  const code = await ended
  return { code, out: out(), lines: err().trimEnd().split('\n') }
}

test('a file with many mistakes prints a line for each, and repeats no value', async () => {
  const settings = {
    mode: 'strickt',
    apikeys: { partner: 'SECRET' },
    apiKeys: { a: 'SECRET', b: 'SECRET', c: '', d: 5 },
    credentials: [
      { accessKeyID: 'SECRET', secretAccessKey: 'SECRET' },
      { accessKeyId: 'SECRET', secretAccessKey: 'SECRET', accountId: 'SECRET', userArn: 'SECRET' },
      'SECRET',
    ],
    jwks: { 'http://issuer.example': 'SECRET', [ISSUER]: ['SECRET'] },
    stages: { prod: { apiKeys: 'SECRET', api_keys: {} }, 'a b': 'SECRET' },
    stage: {},
  }
  const { code, lines, out } = await run([], { 'calix.local.json': JSON.stringify(settings) })
  expect([code, out]).toEqual([1, ''])
  expect(lines).toEqual([
    'calix.local.json: apikeys is no setting. Did you mean apiKeys?',
    'calix.local.json: stage is no setting. Did you mean stages?',
    'calix.local.json: mode must be one of local, strict, off',
    "calix.local.json: apiKeys.b is the same key as a's",
    'calix.local.json: apiKeys.c must be a text',
    'calix.local.json: apiKeys.d must be a text',
    'calix.local.json: credentials[0].accessKeyID is no setting. Did you mean accessKeyId?',
    'calix.local.json: credentials[0].accessKeyId is missing',
    'calix.local.json: credentials[1].accountId must be 12 digits',
    'calix.local.json: credentials[1].userArn must be the ARN of a user or of an assumed role',
    'calix.local.json: credentials[2] must be an object',
    `calix.local.json: jwks["http://issuer.example"] is for no issuer: name an https URL, as in 'iss', or the ARN of a user pool`,
    `calix.local.json: jwks["${ISSUER}"] must be a text`,
    'calix.local.json: stages.prod.api_keys is no setting. Did you mean apiKeys?',
    'calix.local.json: stages.prod.apiKeys must be an object',
    'calix.local.json: stages["a b"] must be an object',
  ])
})

const files: ReadonlyArray<
  readonly [string, ReadonlyArray<string>, Readonly<Record<string, string>>, string]
> = [
  ['is not there', ['--auth-file', 'absent.json'], {}, '--auth-file: there is no absent.json.'],
  ['is a folder', ['--auth-file', 'folder'], {}, '--auth-file: folder is no file.'],
  [
    'is no JSON',
    [],
    { 'calix.local.json': '{\n  "apiKeys": { "a": "SECRET", }\n}' },
    'calix.local.json is no JSON: see line 2 column 31.',
  ],
  ['is no JSON at all', [], { 'calix.local.json': 'SECRET' }, 'calix.local.json is no JSON.'],
  ['is a list', [], { 'calix.local.json': '[]' }, 'calix.local.json: the whole must be an object'],
]
test.each(files)('a file that %s is one line', async (_, args, given, line) => {
  expect(await run(args, given)).toEqual({ code: 1, out: '', lines: [line] })
})
