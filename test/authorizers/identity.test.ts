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
  routes,
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

  it.each(KINDS)(
    'with %s, runs where the gateway has chosen that very route and says who is calling',
    async (name, guard) => {
      const ask = lambda(
        calix(
          {},
          pipe(
            route(get('/me'), () => 'in'),
            authorize(guard),
          ),
        ),
      )
      const said = {
        authorizer: { claims: { sub: 's' }, principalId: 'p' },
        identity: { apiKey: 'key', apiKeyId: 'id', userArn: 'arn' },
      }
      expect(await ask(rest(said, '/me'))).toMatchObject({ statusCode: 200, body: 'in' })
      // An API key is the gateway's alone to ask for; emulators leave no trace of it.
      const status = name === 'apiKey' ? 200 : 401
      expect(await ask(rest({}, '/me'))).toMatchObject({ statusCode: status })
      expect(await ask(http(undefined, 'GET /me'))).toMatchObject({ statusCode: status })
    },
  )

  it('checks what a built-in authorizer has granted again, which a policy cannot say exactly', async () => {
    const ask = lambda(
      calix(
        {},
        pipe(
          routes(
            route(get('/items/:id'), () => 'item'),
            route(get('/items/:id/secret'), () => 'secret'),
            route(get('/admin/items'), () => 'admin'),
          ),
          authorize(own),
        ),
      ),
    )
    const at = async (path: string, resource: string, calixRoutes: string) => {
      const event = { ...rest({ authorizer: { principalId: 'p', calixRoutes } }, resource), path }
      return (await ask(event)) as { readonly statusCode: number; readonly body: string }
    }
    const item = await at('/items/7', '/items/{id}', 'GET /items/:id')
    expect(item).toMatchObject({ statusCode: 200, body: 'item' })
    const secret = await at('/items/7/secret', '/items/{id}/secret', 'GET /items/:id')
    expect(secret).toMatchObject({ statusCode: 403 })
    expect(secret.body).toBe(
      '{"Code":"ForbiddenError","Message":"ForbiddenError: User is not authorized to access this resource"}',
    )
    expect(await at('/admin/items', '/admin/items', '/items/*')).toMatchObject({ statusCode: 403 })
    expect(await at('/items/7/secret', '/items/{id}/secret', '/items/*')).toMatchObject({ body: 'secret' })
    expect(await at('/items/7', '/items/{id}', 'POST /items/:id')).toMatchObject({ statusCode: 403 })
    expect(await at('/items/7', '/items/{id}', 'GET /items/8\nGET /items/7')).toMatchObject({ body: 'item' })
    expect(await at('/items/7%2Fsecret', '/items/{id}', 'GET /items/7/secret')).toMatchObject({
      statusCode: 403,
    })
    expect(await at('/items/7', '/items/{id}', '*')).toMatchObject({ body: 'item' })
  })

  it('does not run at a path that a gateway reads as another route, behind whatever it has asked', async () => {
    const reads = jwt({ issuer: 'https://issuer.example.com', audience: 'a', scopes: ['read'] })
    const admins = jwt({ issuer: 'https://issuer.example.com', audience: 'a', scopes: ['admin'] })
    const ask = lambda(
      calix(
        { basePath: '/api' },
        pipe(
          route(get('/:tenant/:item'), () => 'item'),
          authorize(reads),
        ),
        pipe(
          route(get('/admin'), () => 'admin'),
          authorize(admins),
        ),
        pipe(
          route(get('/same/x'), () => 'same'),
          authorize(reads),
        ),
      ),
    )
    const said = { jwt: { claims: { sub: 's' }, scopes: ['read'] } }
    const at = (rawPath: string, routeKey: string) => ask({ ...http(said, routeKey), rawPath })
    expect(await at('/a/b', 'GET /{tenant}/{item}')).toMatchObject({ statusCode: 200 })
    expect(await at('/api/admin', 'GET /{tenant}/{item}')).toMatchObject({ statusCode: 401 })
    // Behind the same authorizer too: what it has allowed, it has allowed there.
    expect(await at('/api/same/x', 'GET /{tenant}/{item}')).toMatchObject({ statusCode: 401 })
    expect(await at('/a/b', '$default')).toMatchObject({ statusCode: 401 })
  })

  it('does not run where the gateway has asked another authorizer, of the same kind', async () => {
    const other = custom({ arn: 'arn:aws:lambda:us-east-1:123456789012:function:other' })
    const ask = lambda(
      calix(
        {},
        route(pipe(get('/*rest'), authorize(other)), () => 'rest'),
        route(pipe(get('/me'), authorize(elsewhere)), () => 'in'),
      ),
    )
    const said = { lambda: { principalId: 'whom the other knows' } }
    const at = (rawPath: string, routeKey: string) => ({ ...http(said, routeKey), rawPath })
    expect(await ask(at('/me', 'GET /me'))).toMatchObject({ statusCode: 200, body: 'in' })
    expect(await ask(at('/you', 'GET /{rest+}'))).toMatchObject({ statusCode: 200, body: 'rest' })
    // calix takes a trailing slash for nothing, and a gateway for another path.
    expect(await ask(at('/me/', 'GET /{rest+}'))).toMatchObject({ statusCode: 401 })
  })

  it('runs behind a catch-all whose gateway says who is calling', async () => {
    expect(await callerOf([own], rest({ authorizer: { principalId: 'p' } }))).toMatchObject({
      principalId: 'p',
    })
    expect(await callerOf([iam()], http({ iam: bob }))).toEqual(bob)
  })

  it('answers 401 to a handler that asks who is calling when nobody says', async () => {
    expect(await callerOf([apiKey()], rest({}, '/me'))).toBe(401)
  })

  it('leaves the answer that the request is, and who is calling out of it', async () => {
    const ask = lambda(
      calix(
        {},
        pipe(
          route(get('/me'), (request) => request),
          authorize(apiKey()),
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
