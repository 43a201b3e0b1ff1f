import {
  type AppOptions,
  authorize,
  authorizer,
  calix,
  get,
  lambda,
  problem,
  route,
  routes,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'
import { describe, expect, test } from 'vitest'
import { serving } from '../support/serving.ts'

describe('what the gateway says itself', () => {
  const ORIGINS = ['https://a.example', 'https://b.example']

  const app = (options: AppOptions = {}, allowOrigin: ReadonlyArray<string> = ORIGINS) => {
    const demo = authorizer(({ token }) => ({ routes: token === 'ada' ? ['*'] : [], principalId: 'ada' }), {
      name: 'demo',
    })
    return calix(
      { log: () => {}, ...options },
      pipe(
        routes(
          route(pipe(get('/never'), authorize(demo)), () => new Promise<never>(() => {})),
          route(pipe(get('/me'), authorize(demo)), () => 'me'),
        ),
        use(cors({ allowOrigin })),
      ),
    )
  }

  const fetchFrom = (url: string, origin: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { origin, authorization: 'ada', ...init.headers } })

  test('has the app’s shape and CORS headers on a REST API', async () => {
    const { url } = await serving(lambda(app()), { gatewayTimeout: 0.2, bodyLimit: 10 })
    const denied = await fetchFrom(`${url}/me`, 'https://a.example', { headers: { authorization: 'eve' } })
    expect([denied.status, await denied.json()]).toEqual([
      403,
      { Code: 'ForbiddenError', Message: 'ForbiddenError: User is not authorized to access this resource' },
    ])
    expect(denied.headers.get('access-control-allow-origin')).toBe('https://a.example')
    expect(denied.headers.get('vary')).toBe('Origin')
    const late = await fetchFrom(`${url}/never`, 'https://a.example')
    expect([late.status, await late.json()]).toEqual([
      504,
      { Code: 'GatewayTimeoutError', Message: 'GatewayTimeoutError: Endpoint request timed out' },
    ])
    expect(late.headers.get('access-control-allow-origin')).toBe('https://a.example')
    const large = await fetchFrom(`${url}/me`, 'https://b.example', {
      method: 'POST',
      body: 'x'.repeat(11),
    })
    expect([large.status, await large.json()]).toEqual([
      413,
      { Code: 'PayloadTooLargeError', Message: 'PayloadTooLargeError: Request Too Long' },
    ])
    expect(large.headers.get('access-control-allow-origin')).toBe('https://b.example')
    const bare = await fetch(`${url}/me`)
    expect(bare.headers.has('access-control-allow-origin')).toBe(false)
  })

  test('has another shape where the app has another', async () => {
    const { url } = await serving(lambda(app({ errorShape: problem })))
    const answer = await fetch(`${url}/me`)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 401, title: 'Unauthorized' })
  })

  test('has it also where the function fails', async () => {
    const handler = Object.assign(() => Promise.reject(new Error('broken')), {
      app: calix(
        {},
        route(get('/'), () => 1),
      ),
    })
    const rest = await serving(handler)
    const answer = await fetch(rest.url)
    expect([answer.status, await answer.json()]).toEqual([
      502,
      { Code: 'InternalServerError', Message: 'An internal server error occurred.' },
    ])
    const http = await serving(handler, { payload: 'http' })
    const plain = await fetch(http.url)
    expect([plain.status, await plain.json()]).toEqual([500, { message: 'Internal Server Error' }])
  })

  test('is an HTTP API’s own, with the CORS headers that all routes share', async () => {
    const { url } = await serving(lambda(app()), { payload: 'http', gatewayTimeout: 0.2, bodyLimit: 10 })
    const asked: ReadonlyArray<readonly [string, RequestInit, number, string]> = [
      ['/me', { headers: { authorization: '' } }, 401, 'Unauthorized'],
      ['/me', { headers: { authorization: 'eve' } }, 403, 'Forbidden'],
      ['/never', {}, 504, 'Endpoint request timed out'],
      ['/me', { method: 'POST', body: 'x'.repeat(11) }, 413, 'Request Entity Too Large'],
    ]
    for (const [path, init, status, message] of asked) {
      const answer = await fetchFrom(url + path, 'https://b.example', init)
      expect([answer.status, await answer.json()]).toEqual([status, { message }])
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://b.example')
    }
    for (const origin of ['https://c.example', 'https://a.example.evil', 'http://a.example', 'null']) {
      const answer = await fetchFrom(`${url}/me`, origin, { headers: { authorization: 'eve' } })
      expect([origin, answer.headers.get('access-control-allow-origin')]).toEqual([origin, null])
    }
    // An HTTP API takes no patterns, so that an app with some deploys without a CORS of the gateway's.
    const patterns = await serving(lambda(app({}, ['https://*.b.example'])), { payload: 'http' })
    const denied = await fetch(`${patterns.url}/me`, { headers: { origin: 'https://x.b.example' } })
    expect([denied.status, denied.headers.get('access-control-allow-origin')]).toEqual([401, null])
  })
})
