import {
  type AuthorizerRequest,
  authorize,
  authorizer,
  BadRequestError,
  calix,
  ForbiddenError,
  get,
  lambda,
  post,
  prefix,
  put,
  route,
  routes,
  UnauthorizedError,
} from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { describe, expect, it } from 'vitest'

const ARN = 'arn:aws:execute-api:us-east-1:123456789012:abcdef/prod'

const tokenEvent = (token: string) => ({
  type: 'TOKEN',
  methodArn: `${ARN}/GET/cities/seattle`,
  authorizationToken: token,
})

const requestEvent = (token: string) => ({
  type: 'REQUEST',
  methodArn: `${ARN}/GET/cities/seattle`,
  resource: '/cities/{city}',
  path: '/cities/seattle',
  httpMethod: 'GET',
  headers: { 'X-Token': token, authorization: token },
  multiValueHeaders: { 'X-Token': [token], authorization: [token] },
  queryStringParameters: { q: '2' },
  multiValueQueryStringParameters: { q: ['1', '2'] },
  pathParameters: { city: 'seattle' },
  stageVariables: {},
  requestContext: { resourcePath: '/cities/{city}', httpMethod: 'GET', stage: 'prod' },
})

const httpEvent = (token: string) => ({
  version: '2.0',
  type: 'REQUEST',
  routeArn: `${ARN}/GET/cities/seattle`,
  identitySource: [token],
  routeKey: 'GET /cities/{city}',
  rawPath: '/cities/seattle',
  rawQueryString: 'q=1&q=2',
  headers: { authorization: token },
  requestContext: { http: { method: 'GET', path: '/cities/seattle' }, stage: '$default' },
})

const EVENTS = { tokenEvent, requestEvent, httpEvent }

/** An app of one route with an authorizer, which it can be asked about; what it logs is kept. */
const asked = (decide: (request: AuthorizerRequest) => unknown) => {
  const logged: Array<unknown> = []
  // What an authorizer may return is in its type; here it returns what it must not as well.
  const own = authorizer(decide as () => { routes: []; principalId: string }, { name: 'own' })
  const app = calix(
    { log: ({ error }) => logged.push(error) },
    route(pipe(get('/cities/:city'), authorize(own)), () => 'in'),
  )
  return { ask: lambda(app), logged }
}

const resourcesOf = (result: unknown): unknown =>
  (result as { policyDocument: { Statement: ReadonlyArray<{ Resource: unknown }> } }).policyDocument
    .Statement[0]?.Resource

describe('a built-in authorizer', () => {
  it.each(Object.entries(EVENTS))('answers %s with a policy for the granted routes', async (name, event) => {
    const { ask } = asked(({ token }) => ({
      routes: ['GET /cities/:city', '/admin/*', 'POST /'],
      principalId: token,
      context: { plan: 'free', seats: 3, beta: true },
    }))
    expect(await ask(event('bob'))).toEqual({
      principalId: 'bob',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'execute-api:Invoke',
            Effect: 'Allow',
            Resource: [
              ...['GET/cities/*', 'HEAD/cities/*'],
              ...['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'].map(
                (method) => `${method}/admin/*`,
              ),
              'POST/',
            ].map((each) => `${ARN}/${each}`),
          },
        ],
      },
      context: {
        ...{ plan: 'free', seats: 3, beta: true },
        // For the app, which checks them again.
        calixRoutes: 'GET /cities/:city\n/admin/*\nPOST /',
        // Format 2.0 hands on nothing but the context.
        ...(name === 'httpEvent' ? { principalId: 'bob' } : {}),
      },
    })
  })

  it.each(Object.entries(EVENTS))('is told by %s what is asked', async (_name, event) => {
    let seen: AuthorizerRequest | undefined
    const { ask } = asked((request) => {
      seen = request
      return { routes: ['*'], principalId: 'x' }
    })
    expect(resourcesOf(await ask(event('t')))).toEqual([`${ARN}/*`])
    expect(seen).toMatchObject({
      token: 't',
      method: 'GET',
      path: '/cities/seattle',
      methodArn: `${ARN}/GET/cities/seattle`,
      event: event('t'),
    })
    if (event !== tokenEvent)
      expect(seen).toMatchObject({ query: { q: '2' }, headers: { authorization: 't' } })
  })

  it.each(['/cities/*', '/cities/%2A', '/cities/:city', '/cities/a%3Fb', '/cities/%24%7Ba%7D'])(
    'knows nobody who asks for %s, which would stand for other paths in a grant',
    async (path) => {
      const { ask, logged } = asked(({ method, path: own }) => ({
        routes: [`${method} ${own}`],
        principalId: 'x',
      }))
      await expect(ask({ ...requestEvent('t'), path })).rejects.toThrow(/^Unauthorized$/)
      expect(logged).toEqual([])
    },
  )

  it('is not asked about a caller who says nothing', async () => {
    const { ask } = asked(() => ({ routes: ['*'], principalId: 'anybody' }))
    await expect(ask({ ...requestEvent(''), headers: {}, multiValueHeaders: {} })).rejects.toThrow(
      /^Unauthorized$/,
    )
  })

  it.each(['*', ':id', '*x', 'Bearer *', 'bearer :id'])(
    'knows nobody whose token is %s, which would be anybody in a grant',
    async (token) => {
      const { ask } = asked(({ token: sent }) => ({ routes: [`GET /cities/${sent}`], principalId: 'x' }))
      await expect(ask(requestEvent(token))).rejects.toThrow(/^Unauthorized$/)
    },
  )

  it('is told the route, and a path in which no segment passes for two', async () => {
    let seen: AuthorizerRequest | undefined
    const { ask } = asked((request) => {
      seen = request
      return { routes: [`${request.method} ${request.route}`], principalId: 'x' }
    })
    await ask({ ...requestEvent('t'), path: '/cities/s%C3%A3o%2Fpaulo' })
    expect(seen).toMatchObject({ route: '/cities/:city', path: '/cities/são%2Fpaulo' })
  })

  it('reads the header that it is told of', async () => {
    const own = authorizer(({ token }) => ({ routes: ['*'], principalId: token }), { header: 'X-Token' })
    const ask = lambda(
      calix(
        {},
        route(pipe(get('/cities/:city'), authorize(own)), () => 'in'),
      ),
    )
    expect(
      await ask({ ...requestEvent('yes'), headers: { 'x-TOKEN': 'yes' }, multiValueHeaders: null }),
    ).toMatchObject({
      principalId: 'yes',
    })
  })

  it.each<readonly [string, unknown]>([
    ['a promise', Promise.resolve({ routes: ['*'], principalId: 'x' })],
    ['a Right', E.right({ routes: ['*'], principalId: 'x' })],
    ['a TaskEither', TE.right({ routes: ['*'], principalId: 'x' })],
    [
      'a policy',
      {
        principalId: 'x',
        policyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: [`${ARN}/*`] }] },
      },
    ],
  ])('may come to %s', async (_name, answer) => {
    expect(resourcesOf(await asked(() => answer).ask(requestEvent('t')))).toEqual([`${ARN}/*`])
  })

  it.each<readonly [string, () => unknown]>([
    ['no routes', () => ({ routes: [], principalId: 'x' })],
    [
      'a ForbiddenError',
      () => {
        throw new ForbiddenError('no')
      },
    ],
  ])('denies everything where it grants %s', async (_name, decide) => {
    expect(await asked(decide).ask(requestEvent('t'))).toMatchObject({
      policyDocument: { Statement: [{ Effect: 'Deny', Resource: [`${ARN}/*`] }] },
    })
  })

  it.each<readonly [string, () => unknown]>([
    [
      'thrown',
      () => {
        throw new UnauthorizedError('who?')
      },
    ],
    ['a Left', () => E.left(new UnauthorizedError('who?'))],
    ['a Left, later', TE.left(new UnauthorizedError('who?')) as () => unknown],
  ])('is refused with the one word that gateways answer 401 to: %s', async (_name, decide) => {
    const { ask, logged } = asked(decide)
    await expect(ask(requestEvent('t'))).rejects.toThrow(/^Unauthorized$/)
    expect(logged).toEqual([])
  })

  it.each<readonly [string, () => unknown]>([
    ['nothing', () => undefined],
    ['no principal', () => ({ routes: ['*'] })],
    ['an empty principal', () => ({ routes: ['*'], principalId: '' })],
    ['no routes', () => ({ principalId: 'x' })],
    ['routes that are one text', () => ({ routes: '*', principalId: 'x' })],
    [
      'a wildcard at the end of what has a parameter',
      () => ({ routes: ['/cities/:city/*'], principalId: 'x' }),
    ],
    ['a parameter where the app has none', () => ({ routes: ['GET /towns/:city'], principalId: 'x' })],
    [
      'a name of the gateway in the context',
      () => ({ routes: ['*'], principalId: 'x', context: { claims: 'x' } }),
    ],
    ['a number without an end', () => ({ routes: ['*'], principalId: 'x', context: { n: Number.NaN } })],
    ['a wildcard within a segment', () => ({ routes: ['GET /cities/sea*'], principalId: 'x' })],
    ['a wildcard before the end', () => ({ routes: ['/*/b'], principalId: 'x' })],
    ['a variable of policies', () => ({ routes: [`/users/\${aws:username}`], principalId: 'x' })],
    ['a route that is none', () => ({ routes: ['FETCH /a'], principalId: 'x' })],
    ['a path without a slash', () => ({ routes: ['cities'], principalId: 'x' })],
    ['a number', () => ({ routes: [1], principalId: 'x' })],
    ['a context that has a record', () => ({ routes: ['*'], principalId: 'x', context: { a: {} } })],
    ['another error', () => E.left(new BadRequestError('what?'))],
    [
      'a throw of something else',
      () => {
        throw 'x'
      },
    ],
  ])('lets nobody in by a mistake: %s', async (_name, decide) => {
    const { ask, logged } = asked(decide)
    await expect(ask(requestEvent('secret-token'))).rejects.toThrow("The authorizer 'own' failed")
    expect(logged).toHaveLength(1)
    expect(JSON.stringify(logged)).not.toContain('secret-token')
  })
})

describe('an app with several', () => {
  const first = authorizer(() => ({ routes: ['*'], principalId: 'first' }))
  const second = authorizer(() => ({ routes: ['*'], principalId: 'second' }))
  const ask = lambda(
    calix(
      {},
      pipe(
        route(get('/cities/:city'), () => 1),
        authorize(first),
      ),
      pipe(routes(route(post('/b/*rest'), () => 1)), prefix('/a'), authorize(second)),
      pipe(
        route(put('/cities/:city'), () => 1),
        authorize(second),
      ),
      route(get('/open'), () => 1),
    ),
  )

  const asking = (method: string, path: string, resource: string) => ({
    ...requestEvent('t'),
    methodArn: `${ARN}/${method}${path}`,
    ...{ path, resource, httpMethod: method },
  })

  it.each<readonly [string, object, string]>([
    ['GET', requestEvent('t'), 'first'],
    ['HEAD, which GET answers', asking('HEAD', '/cities/seattle', '/cities/{city}'), 'first'],
    [
      'a parameter that the gateway calls otherwise',
      asking('GET', '/cities/seattle', '/cities/{id}'),
      'first',
    ],
    ['another method of the path', asking('PUT', '/cities/seattle', '/cities/{city}'), 'second'],
    ['a rest', asking('POST', '/a/b/c/d', '/a/b/{rest+}'), 'second'],
    // The gateway remembers the answer as that of the one which it has asked.
    ['a path of which the app thinks otherwise', asking('GET', '/a/b/c', '/cities/{city}'), 'first'],
    ['payload format 2.0', httpEvent('t'), 'first'],
  ])('asks the one of the route that the gateway has chosen: %s', async (_name, event, principalId) => {
    expect(await ask(event)).toMatchObject({ principalId })
  })

  it.each<readonly [string, object]>([
    ['a route that is open', asking('GET', '/open', '/open')],
    ['a path that it has not', asking('GET', '/cities/seattle', '/{proxy+}')],
    ['a method that it has not', asking('PATCH', '/cities/seattle', '/cities/{city}')],
    ['a token alone, which names no route', tokenEvent('t')],
  ])('asks none for %s', async (_name, event) => {
    await expect(ask(event)).rejects.toThrow(/has none of the app's own/)
  })
})

describe('an app without one', () => {
  it('takes the event for none of its own', async () => {
    await expect(
      lambda(
        calix(
          {},
          route(get('/'), () => 1),
        ),
      )(requestEvent('t')),
    ).rejects.toThrow('an event for a Lambda authorizer')
  })
})
