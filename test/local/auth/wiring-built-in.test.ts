import { type App, authorize, authorizer, calix, get, lambda, route } from 'calix'
import type { ServeOptions } from 'calix/local'
import { pipe } from 'fp-ts/function'
import { describe, expect, test } from 'vitest'
import { project } from '../support/project.ts'
import { serving } from '../support/serving.ts'
import { guardedApp } from './wiring-app.ts'

const API = 'arn:aws:execute-api:us-east-1:123456789012:calixlocal'

const served = async (app: App, options: ServeOptions = {}) => {
  const { errors, lines, url } = await serving(lambda(app), options)
  const ask = (path: string, token?: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: { ...init.headers, ...(token === undefined ? {} : { 'x-token': token }) },
    })
  return { ask, errors, lines }
}

describe('the event that an authorizer is asked with', () => {
  const eventOf = async (options: ServeOptions) => {
    const { app, asked } = guardedApp()
    const { ask } = await served(app, { stage: 'qa', stageVariables: { colour: 'blue' }, ...options })
    await ask('/cities/new%20york/?a=1&a=2', 'one', { method: 'POST', body: 'not for the authorizer' })
    return JSON.parse(asked[0] ?? '')
  }

  test('of a REST API', async () => {
    const event = await eventOf({})
    expect(event).toMatchObject({
      type: 'REQUEST',
      methodArn: `${API}/qa/POST/cities/new york`,
      resource: '/cities/{city}',
      path: '/cities/new%20york/',
      httpMethod: 'POST',
      headers: { 'x-token': 'one' },
      multiValueHeaders: { 'x-token': ['one'] },
      queryStringParameters: { a: '2' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      stageVariables: { colour: 'blue' },
      requestContext: {
        stage: 'qa',
        apiId: 'calixlocal',
        resourcePath: '/cities/{city}',
        httpMethod: 'POST',
      },
    })
    expect(event).not.toHaveProperty('body')
    expect(event).not.toHaveProperty('isBase64Encoded')
    expect(event.requestContext).not.toHaveProperty('authorizer')
  })

  test('of an HTTP API', async () => {
    const event = await eventOf({ payload: 'http' })
    expect(event).toMatchObject({
      version: '2.0',
      type: 'REQUEST',
      routeArn: `${API}/qa/POST/cities/new york`,
      identitySource: ['one'],
      routeKey: 'POST /cities/{city}',
      rawPath: '/qa/cities/new york/',
      rawQueryString: 'a=1&a=2',
      headers: { 'x-token': 'one' },
      requestContext: { stage: 'qa', routeKey: 'POST /cities/{city}', http: { method: 'POST' } },
    })
    expect(event).not.toHaveProperty('body')
  })

  test('of an HTTP API that speaks format 1.0', async () => {
    expect(await eventOf({ payload: '1.0' })).toMatchObject({
      version: '1.0',
      type: 'REQUEST',
      methodArn: `${API}/qa/POST/cities/new york`,
      identitySource: 'one',
      authorizationToken: 'one',
      resource: '/cities/{city}',
    })
  })

  test('and nobody is asked without the header', async () => {
    const { app, asked } = guardedApp()
    const { ask, lines } = await served(app)
    expect((await ask('/cities/x')).status).toBe(401)
    expect((await ask('/cities/x', '')).status).toBe(401)
    expect(asked).toEqual([])
    expect(lines).toContain('GET /cities/x: UNAUTHORIZED, there is no X-Token header')
  })
})

describe.each(['rest', 'http', '1.0'] as const)('what an authorizer answers, payload %s', (payload) => {
  test('holds for its time by the token alone, and is evaluated for every route', async () => {
    const { app, asked, ran } = guardedApp()
    const { ask, lines } = await served(app, { payload })
    const token = 'routes GET /cities/:city'
    expect((await ask('/cities/a', token)).status).toBe(200)
    expect((await ask('/cities/b', token)).status).toBe(200)
    expect(asked).toHaveLength(1)
    // Answers of one route are not those of another.
    for (const [path, method] of [
      ['/cities/a', 'POST'],
      ['/files/a', 'GET'],
      ['/any', 'GET'],
    ] as const)
      expect([path, (await ask(path, token, { method })).status]).toEqual([path, 403])
    expect(asked).toHaveLength(1)
    expect(ran).toEqual(['city', 'city'])
    expect(lines).toContain(
      "GET /any: ACCESS_DENIED, the policy of the authorizer 'demo' does not allow GET here",
    )
    expect((await ask('/files/a', 'routes /files/*')).status).toBe(200)
    expect(asked).toHaveLength(2)
  })

  test('cannot be reached around by a slash in a parameter, or by a wildcard in a token', async () => {
    const { app, ran } = guardedApp()
    const { ask } = await served(app, { payload })
    const onlyFiles = 'routes /files/a'
    expect((await ask('/files/a', onlyFiles)).status).toBe(200)
    expect((await ask('/files/a%2F..%2Fb', onlyFiles)).status).toBe(403)
    expect((await ask('/files/a/b', onlyFiles)).status).toBe(403)
    expect((await ask('/cities/*', 'routes /cities/x')).status).toBe(401)
    expect(ran).toEqual(['file'])
  })

  test('is a refusal when it is Unauthorized, and a failure when it is anything else that is no answer', async () => {
    const { app, ran } = guardedApp()
    const { ask, errors, lines } = await served(app, { payload, gatewayTimeout: 0.3 })
    const before = errors.length
    expect((await ask('/cities/x', 'nobody')).status).toBe(401)
    expect((await ask('/cities/x', 'never')).status).toBe(500)
    expect(errors).toHaveLength(before)
    expect(ran).toEqual([])
    expect(lines).toContain("GET /cities/x: UNAUTHORIZED, the authorizer 'demo' does not know the caller")
    expect(lines).toContain(
      "GET /cities/x: AUTHORIZER_FAILURE, the authorizer 'demo' did not answer: The gateway stopped waiting after 0.3 s.",
    )
  })
})

/** An app with a route behind an authorizer that answers with whatever is given. */
const answering = (given: () => unknown) => {
  const failures: Array<unknown> = []
  const ran: Array<string> = []
  // What an authorizer should not return is what this is about.
  const demo = authorizer(given as () => { readonly routes: []; readonly principalId: string }, {
    name: 'demo',
    header: 'X-Token',
  })
  const guarded = route(pipe(get('/guarded'), authorize(demo)), () => ran.push('guarded'))
  return { app: calix({ log: (failure) => failures.push(failure) }, guarded), failures, ran }
}

const allow = (Resource: unknown, rest: object = {}) => ({
  principalId: 'ada',
  policyDocument: { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource, ...rest }] },
})

const wrong: ReadonlyArray<readonly [string, () => unknown, number, string]> = [
  [
    'throws',
    () => {
      throw new Error('its secret')
    },
    500,
    'AUTHORIZER_FAILURE',
  ],
  ['rejects', () => Promise.reject(new Error('its secret')), 500, 'AUTHORIZER_FAILURE'],
  [
    'throws nothing',
    () => {
      throw undefined
    },
    500,
    'AUTHORIZER_FAILURE',
  ],
  ['returns nothing', () => undefined, 500, 'AUTHORIZER_FAILURE'],
  ['returns true', () => true, 500, 'AUTHORIZER_FAILURE'],
  ['names no principal', () => ({ routes: ['*'] }), 500, 'AUTHORIZER_FAILURE'],
  ['grants nothing', () => ({ routes: [], principalId: 'ada' }), 403, 'ACCESS_DENIED'],
  ['grants another method', () => ({ routes: ['POST /guarded'], principalId: 'ada' }), 403, 'ACCESS_DENIED'],
  [
    'has a policy that is none',
    () => ({ principalId: 'ada', policyDocument: { Statement: 'Allow' } }),
    500,
    'AUTHORIZER_CONFIGURATION_ERROR',
  ],
  [
    'has a policy for another API',
    () => allow('arn:aws:execute-api:us-east-1:123456789012:other/*'),
    403,
    'ACCESS_DENIED',
  ],
  ['has a policy for another stage', () => allow(`${API}/prod/*`), 403, 'ACCESS_DENIED'],
  [
    'allows and denies',
    () => ({
      principalId: 'ada',
      policyDocument: {
        Statement: [
          ...allow('*').policyDocument.Statement,
          { Effect: 'Deny', Action: '*', Resource: `${API}/*/GET/guarded` },
        ],
      },
    }),
    403,
    'ACCESS_DENIED',
  ],
  [
    'allows where a condition holds',
    () => allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.1' } } }),
    403,
    'ACCESS_DENIED',
  ],
]

test.each(wrong)('an authorizer that %s lets nobody in', async (_, given, status, answer) => {
  const { app, ran } = answering(given)
  const { ask, lines } = await served(app)
  const refused = await ask('/guarded', 'token')
  expect(refused.status).toBe(status)
  expect(await refused.text()).not.toContain('its secret')
  expect(ran).toEqual([])
  expect(lines.filter((line) => line.startsWith(`GET /guarded: ${answer}, `))).toHaveLength(1)
  expect(lines.join('\n')).not.toContain('its secret')
})

test('a policy that allows lets the caller in', async () => {
  const { app, ran } = answering(() => allow(`${API}/dev/GET/guard??`))
  const { ask } = await served(app)
  expect((await ask('/guarded', 'token')).status).toBe(200)
  expect(ran).toEqual(['guarded'])
})

test.each(['rest', 'http', '1.0'] as const)(
  'payload %s: grants hold in the stage $default too',
  async (payload) => {
    const { app, ran } = guardedApp()
    const { ask } = await served(app, { payload, stage: '$default' })
    expect((await ask('/cities/x', 'routes GET /cities/:city')).status).toBe(200)
    expect((await ask('/cities/x', 'routes GET /files/*')).status).toBe(403)
    expect(ran).toEqual(['city'])
  },
)

test('what cannot be an answer is not remembered', async () => {
  let answers = 0
  const { app } = answering(() => {
    answers += 1
    if (answers === 1) throw new Error('the first time')
    return { routes: ['*'], principalId: 'ada' }
  })
  const { ask } = await served(app)
  expect((await ask('/guarded', 'token')).status).toBe(500)
  expect((await ask('/guarded', 'token')).status).toBe(200)
})

test('new code forgets what the old has answered', async () => {
  const app = (principalId: string) => `
    import { authorize, authorizer, calix, get, route } from 'calix'
    import { pipe } from 'fp-ts/function'
    const demo = authorizer(() => ({ routes: ['*'], principalId: '${principalId}' }), { name: 'demo' })
    export const app = calix({}, route(pipe(get('/who'), authorize(demo)), ({ identity }) => identity.principalId))`
  const { path, save } = project({ 'app.ts': app('old') })
  const { serve } = await import('calix/local')
  const server = await serve({ entry: path('app.ts'), port: 0 })
  const who = async () => (await fetch(`${server.url}/who`, { headers: { authorization: 'a' } })).text()
  try {
    expect(await who()).toBe('old')
    expect((await fetch(`${server.url}/who`)).status).toBe(401)
    save('app.ts', app('new'))
    await expect.poll(who, { timeout: 10_000 }).toBe('new')
  } finally {
    await server.close()
  }
})

test('what new code cannot have checked is said when it is there, and once', async () => {
  const app = (guard: string) => `
    import { apiKey, authorize, calix, get, iam, route } from 'calix'
    import { pipe } from 'fp-ts/function'
    export const app = calix({}, route(pipe(get('/who'), authorize(${guard})), () => '${guard}'))`
  const { path, save } = project({ 'app.ts': app('') })
  const errors: Array<string> = []
  const { serve } = await import('calix/local')
  const server = await serve({ entry: path('app.ts'), port: 0, logError: (text) => errors.push(text) })
  const who = async () => (await fetch(`${server.url}/who`)).text()
  try {
    expect([await who(), errors]).toEqual(['', []])
    for (const guard of ['apiKey()', 'iam()']) {
      errors.length = 0
      save('app.ts', app(guard))
      await expect.poll(who, { timeout: 10_000 }).toBe(guard)
      await who()
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatch(guard === 'iam()' ? /GET \/who \(iam\)/ : /GET \/who \(API key\)/)
    }
  } finally {
    await server.close()
  }
})

test('a base path that the app takes off is no way around', async () => {
  const demo = authorizer(() => ({ routes: ['GET /me'], principalId: 'ada' }), { name: 'demo' })
  const me = route(pipe(get('/me'), authorize(demo)), ({ identity }) => identity.principalId)
  const rest = route(get('/*path'), () => 'open')
  const { url } = await serving(lambda(calix({ basePath: '/v1' }, me, rest)))
  for (const path of ['/me', '/v1/me']) {
    expect((await fetch(url + path)).status).toBe(401)
    const answer = await fetch(url + path, { headers: { authorization: 'a' } })
    expect(await answer.text()).toBe('ada')
  }
})

test('an errorShape that fails takes no guard away', async () => {
  const demo = authorizer(() => ({ routes: ['*'], principalId: 'ada' }), { name: 'demo' })
  const errorShape = () => {
    throw new Error('no shape')
  }
  const app = calix(
    { errorShape, log: () => {} },
    route(pipe(get('/me'), authorize(demo)), () => 'me'),
  )
  const { url } = await serving(lambda(app))
  expect((await fetch(`${url}/me`)).status).toBe(401)
})
