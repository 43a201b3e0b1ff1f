import {
  type Authorizer,
  any,
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
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import { describe, expect, it } from 'vitest'

const pool = cognito({ userPoolArns: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'] })
const issuer = jwt({ issuer: 'https://issuer.example.com', audience: 'a' })
const elsewhere = custom({ arn: 'arn:aws:lambda:us-east-1:123456789012:function:f' })
const own = authorizer(() => ({ routes: ['*'], principalId: 'x' }))

const rest = (context: object, resource = '/{proxy+}', method = 'GET') => ({
  resource,
  path: '/me',
  httpMethod: method,
  headers: { origin: 'https://a.example.com' },
  multiValueHeaders: null,
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: null,
  stageVariables: null,
  requestContext: {
    stage: 'prod',
    identity: { sourceIp: '127.0.0.1', apiKey: null, userArn: null },
    ...context,
  },
  body: null,
  isBase64Encoded: false,
})

const http = (authorizerContext: object | undefined, routeKey = '$default') => ({
  version: '2.0',
  routeKey,
  rawPath: '/me',
  rawQueryString: '',
  headers: {},
  requestContext: {
    http: { method: 'GET', path: '/me', sourceIp: '127.0.0.1' },
    stage: '$default',
    domainName: 'api.example.com',
    ...(authorizerContext === undefined ? {} : { authorizer: authorizerContext }),
  },
  isBase64Encoded: false,
})

/** What the handler of a route with these authorizers answers: who is calling. */
const callerOf = async (authorizers: readonly [Authorizer], event: object): Promise<unknown> => {
  const ask = lambda(
    calix(
      {},
      pipe(
        route(get('/me'), ({ identity }) => identity),
        authorize(...authorizers),
      ),
    ),
  )
  const { statusCode, body } = (await ask(event)) as { statusCode: number; body: string }
  return statusCode === 200 ? JSON.parse(body) : statusCode
}

const iamContext = {
  accountId: '123456789012',
  accessKey: 'AKIA',
  userArn: 'arn:aws:iam::123456789012:user/bob',
}
const bob = { ...iamContext, callerId: 'AIDA', userId: 'AIDA' }

describe('who is calling', () => {
  it.each<readonly [string, Authorizer, object, unknown]>([
    ['an API key', apiKey(), rest({ identity: { apiKey: 'secret', apiKeyId: 'id1' } }), { apiKeyId: 'id1' }],
    ['IAM, REST', iam(), rest({ identity: { ...iamContext, caller: 'AIDA', user: 'AIDA' } }), bob],
    ['IAM, HTTP', iam(), http({ iam: bob }), bob],
    [
      'Cognito',
      pool,
      rest({ authorizer: { claims: { sub: 's', exp: 1, scope: 'a b' } } }),
      { claims: { sub: 's', exp: '1', scope: 'a b' }, scopes: ['a', 'b'] },
    ],
    [
      'JWT',
      issuer,
      http({ jwt: { claims: { sub: 's' }, scopes: ['a'] } }),
      { claims: { sub: 's' }, scopes: ['a'] },
    ],
    [
      'JWT without scopes',
      issuer,
      http({ jwt: { claims: { sub: 's' }, scopes: null } }),
      { claims: { sub: 's' }, scopes: [] },
    ],
    [
      'a custom authorizer, REST',
      elsewhere,
      rest({ authorizer: { principalId: 'p', plan: 'free', n: 1, integrationLatency: 3 } }),
      { principalId: 'p', context: { plan: 'free', n: '1' } },
    ],
    [
      'a custom authorizer, HTTP',
      elsewhere,
      http({ lambda: { plan: 'free' } }),
      { principalId: '', context: { plan: 'free' } },
    ],
    [
      'a custom authorizer that tells nothing',
      elsewhere,
      http({ lambda: null }),
      { principalId: '', context: {} },
    ],
    [
      'a built-in authorizer, HTTP',
      own,
      http({ lambda: { principalId: 'p', a: true } }),
      { principalId: 'p', context: { a: 'true' } },
    ],
  ])('%s', async (_name, guard, event, expected) => {
    expect(await callerOf([guard], event)).toEqual(expected)
  })

  it('has an API key beside another', async () => {
    const ask = lambda(
      calix(
        {},
        route(pipe(get('/me'), authorize(own, apiKey())), ({ identity }) => [
          identity.principalId,
          identity.apiKeyId,
        ]),
      ),
    )
    const event = rest({ identity: { apiKey: 'secret', apiKeyId: 'id1' }, authorizer: { principalId: 'p' } })
    expect(await ask(event)).toMatchObject({ body: '["p","id1"]' })
  })

  it('does not hand on an API key itself', async () => {
    const event = rest({ identity: { apiKey: 'top-secret', apiKeyId: 'id1' } })
    expect(JSON.stringify(await callerOf([apiKey()], event))).not.toContain('top-secret')
  })
})

describe('a route with an authorizer', () => {
  const KINDS: ReadonlyArray<readonly [string, Authorizer]> = [
    ['apiKey', apiKey()],
    ['iam', iam()],
    ['cognito', pool],
    ['jwt', issuer],
    ['custom', elsewhere],
    ['authorizer', own],
  ]
  const alb = {
    httpMethod: 'GET',
    path: '/me',
    headers: { authorization: 'x' },
    queryStringParameters: {},
    requestContext: {
      elb: { targetGroupArn: 'arn' },
      authorizer: { principalId: 'forged', claims: { sub: 'forged' } },
    },
    body: '',
    isBase64Encoded: false,
  }
  const url = {
    ...http(undefined),
    requestContext: { ...http(undefined).requestContext, domainName: 'x.lambda-url.us-east-1.on.aws' },
  }

  it.each(KINDS)('does not run behind a way around %s', async (_name, guard) => {
    for (const event of [rest({}), http(undefined), alb, url])
      expect(await callerOf([guard], event)).toBe(401)
  })

  it.each(KINDS)('with %s, runs where the gateway has chosen that very route', async (_name, guard) => {
    const ask = lambda(
      calix(
        {},
        pipe(
          route(get('/me'), () => 'in'),
          authorize(guard),
        ),
      ),
    )
    expect(await ask(rest({}, '/me'))).toMatchObject({ statusCode: 200, body: 'in' })
    expect(await ask(http(undefined, 'GET /me'))).toMatchObject({ statusCode: 200, body: 'in' })
  })

  it('answers 401 to a handler that asks who is calling when nobody says', async () => {
    expect(await callerOf([own], rest({}, '/me'))).toBe(401)
  })

  it('leaves the answer that the request is, and who is calling out of it', async () => {
    const ask = lambda(
      calix(
        {},
        pipe(
          route(get('/me'), (request) => request),
          authorize(own),
        ),
      ),
    )
    const { statusCode, body } = (await ask(rest({}, '/me'))) as { statusCode: number; body: string }
    expect(statusCode).toBe(200)
    expect(JSON.parse(body)).not.toHaveProperty('identity')
  })

  it('does not run for OPTIONS, which gateways leave open', async () => {
    const ask = lambda(
      calix(
        {},
        pipe(
          route(any('/me'), () => 'in'),
          authorize(own),
        ),
      ),
    )
    expect(await ask(rest({}, '/me', 'OPTIONS'))).toMatchObject({ statusCode: 401 })
  })

  it('refuses with its CORS headers', async () => {
    const ask = lambda(
      calix(
        {},
        pipe(
          route(get('/me'), () => 'in'),
          authorize(own),
          use(cors({ allowOrigin: 'https://a.example.com' })),
        ),
      ),
    )
    expect(await ask(rest({}))).toMatchObject({
      statusCode: 401,
      headers: { 'access-control-allow-origin': 'https://a.example.com' },
      body: '{"Code":"UnauthorizedError","Message":"UnauthorizedError: Unauthorized"}',
    })
  })
})
