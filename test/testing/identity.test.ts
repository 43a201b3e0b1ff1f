import { pipe } from 'fp-ts/function'
import { describe, expect, it, test } from 'vitest'
import {
  type Authorizer,
  apiKey,
  authorize,
  authorizer,
  calix,
  cognito,
  custom,
  get,
  iam,
  jwt,
  lambda,
  route,
} from '../../src/index.ts'
import {
  alb,
  type ClientIdentity,
  client,
  functionUrl,
  type Gateway,
  httpApi,
  httpApiV1,
  restApi,
} from '../../testing/index.ts'

const ARN = 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere'
const POOL = 'arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'

const kinds: Readonly<Record<string, Authorizer>> = {
  'api-key': apiKey(),
  iam: iam(),
  cognito: cognito({ userPoolArns: [POOL], scopes: ['read'] }),
  jwt: jwt({ issuer: 'https://issuer.example', audience: 'me', scopes: ['read'] }),
  custom: custom({ arn: ARN }),
  'built-in': authorizer(() => ({ routes: ['*'], principalId: 'ada' })),
}

const signed = {
  accountId: '210987654321',
  accessKey: 'AKIDEXAMPLE',
  callerId: 'AIDAEXAMPLE',
  userArn: 'arn:aws:iam::210987654321:user/ada',
  userId: 'AIDAEXAMPLE',
}
const verified = { claims: { sub: 'ada', scope: 'read write' }, scopes: ['read', 'write'] }
const recognised = { principalId: 'ada', context: { plan: 'free' } }

const identities: Readonly<Record<string, ClientIdentity>> = {
  'api-key': { apiKeyId: 'partner' },
  iam: signed,
  cognito: verified,
  jwt: verified,
  custom: recognised,
  'built-in': recognised,
}

/** What each kind of gateway can tell a handler of. */
const told: ReadonlyArray<readonly [Gateway, ReadonlyArray<string>]> = [
  [restApi, ['api-key', 'iam', 'cognito', 'custom', 'built-in']],
  [httpApi, ['iam', 'jwt', 'custom', 'built-in']],
  [httpApiV1, ['iam', 'jwt', 'custom', 'built-in']],
  [functionUrl, ['iam']],
  [alb, []],
]

const appOf = (kind: string) => {
  const guard = kinds[kind] ?? apiKey()
  return calix(
    {},
    route(pipe(get('/who/:what'), authorize(guard)), ({ identity }) => ({ identity })),
    route(get('/open'), ({ identity }) => ({ identity })),
  )
}

describe.each(told)('$name', (gateway, can) => {
  it.each(can)('tells the handler who calls by %s, as the test says it', async (kind) => {
    const { [kind]: identity = { apiKeyId: '' } } = identities
    const api = client(appOf(kind), { gateway })
    for (const target of ['/who/me', '/who/me/', '/%77ho/a%20b']) {
      const answer = await api.get(target, { identity })
      expect([answer.status, answer.json]).toEqual([200, { identity }])
    }
    expect((await api.head('/who/me', { identity })).status).toBe(200)
  })

  const cannot = Object.keys(kinds).filter((kind) => !can.includes(kind))
  if (cannot.length > 0)
    it.each(cannot)('cannot tell of %s, and the test says so', async (kind) => {
      const { [kind]: identity = { apiKeyId: '' } } = identities
      const asked = client(appOf(kind), { gateway }).get('/who/me', { identity })
      await expect(asked).rejects.toThrow(`no event says who calls GET /who/me by ${kind}: `)
    })
})

test('an API key beside an authorizer', async () => {
  const both = route(pipe(get('/both'), authorize(kinds.custom ?? iam(), apiKey())), (it) => it.identity)
  const identity = { ...recognised, apiKeyId: 'partner' }
  const api = client(calix({}, both), { gateway: restApi })
  expect((await api.get('/both', { identity })).json).toEqual(identity)
  const less = api.get('/both', { identity: recognised })
  await expect(less).rejects.toThrow("GET /both is authorized by api-key: its identity has 'apiKeyId'")
})

test('an identity of another kind, or of none, is a mistake of the test', async () => {
  const api = client(appOf('cognito'), { gateway: restApi })
  await expect(api.get('/who/me', { identity: { apiKeyId: 'partner' } })).rejects.toThrow(
    "GET /who/me is authorized by cognito: its identity has 'claims'",
  )
  const none = {} as ClientIdentity
  await expect(api.get('/who/me', { identity: none })).rejects.toThrow(
    'the identity of GET /who/me says nothing',
  )
})

test('scopes that no claim has reach the handler of a REST API as one', async () => {
  const api = client(appOf('cognito'), { gateway: restApi })
  const identity = { claims: { sub: 'ada' }, scopes: ['read'] }
  expect((await api.get('/who/me', { identity })).json).toEqual({
    identity: { claims: { sub: 'ada', scope: 'read' }, scopes: ['read'] },
  })
})

test('without an identity, a route that is authorized ends where its handler asks who calls', async () => {
  for (const gateway of [restApi, httpApi]) {
    const api = client(appOf('iam'), { gateway })
    expect((await api.get('/who/me')).status).toBe(401)
    expect((await api.get('/open')).status).toBe(200)
  }
})

test('a handler whose app is not known gets what the test says', async () => {
  const { app: _, ...bare } = { app: 0, handler: lambda(appOf('cognito')) }
  const api = client((event, context) => bare.handler(event, context), { gateway: restApi })
  expect((await api.get('/who/me', { identity: verified })).json).toEqual({ identity: verified })
})
