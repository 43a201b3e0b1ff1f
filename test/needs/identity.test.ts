import {
  authorize,
  calix,
  environment,
  get,
  jwt,
  lambda,
  post,
  provide,
  type Request,
  route,
  routes,
  type TokenIdentity,
  use,
} from 'calix'
import { client, httpApi } from 'calix/testing'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { describe, expect, it } from 'vitest'

const ADA: TokenIdentity = { claims: { sub: 'ada' }, scopes: ['read'] }
const users = jwt({ issuer: 'https://issuer.example.com', audience: 'a', scopes: ['read'] })

describe('who is calling', () => {
  const me = (_request: unknown, { identity }: { identity: TokenIdentity }) => ({ sub: identity.claims.sub })

  it('is given to the handlers of a guarded group', async () => {
    const app = calix({}, pipe(routes(route(get('/me'), me), route(post('/me'), me)), authorize(users)))
    const api = client(app, { gateway: httpApi })
    expect((await api.get('/me', { identity: ADA })).json).toEqual({ sub: 'ada' })
    expect((await api.post('/me', { identity: ADA })).json).toEqual({ sub: 'ada' })
    expect((await api.get('/me')).status).toBe(401)
  })

  it('is given beside what is provided, to providers too, and to Readers', async () => {
    const user = provide((_request, { identity }: { identity: TokenIdentity }) => ({
      user: `user ${identity.claims.sub}`,
    }))
    const reading = (_request: unknown) => (needs: { user: string; identity: TokenIdentity }) =>
      TE.right({ user: needs.user, sub: needs.identity.claims.sub })
    const app = calix({}, pipe(route(get('/me'), reading), use(user), authorize(users)))
    const { json } = await client(app, { gateway: httpApi }).get('/me', { identity: ADA })
    expect(json).toEqual({ user: 'user ada', sub: 'ada' })
  })

  it('is the same as in the request of an endpoint that is guarded', async () => {
    const guarded = route(pipe(get('/me'), authorize(users)), ({ identity }, needs: object) => [
      identity,
      needs,
    ])
    const { json } = await client(calix({}, guarded), { gateway: httpApi }).get('/me', { identity: ADA })
    expect(json).toEqual([ADA, { identity: ADA }])
  })

  it('is not asked for unless it is read', async () => {
    // An event that is in order, and whose authorizer says something only when it is asked.
    let asked = 0
    const event = {
      version: '2.0',
      routeKey: 'GET /me',
      rawPath: '/me',
      rawQueryString: '',
      headers: {},
      requestContext: {
        http: { method: 'GET', path: '/me', sourceIp: '127.0.0.1' },
        stage: '$default',
        domainName: 'api.example.com',
        authorizer: {
          get jwt() {
            asked++
            return { claims: { sub: 'ada' }, scopes: ['read'] }
          },
        },
      },
      isBase64Encoded: false,
    }
    const times = async (handler: (request: Request, needs: { identity: TokenIdentity }) => unknown) => {
      const before = asked
      await lambda(calix({}, pipe(route(get('/me'), handler), authorize(users))))(event)
      return asked - before
    }
    // Whether anybody is said to call is looked at before the handler.
    const unread = await times(() => 1)
    expect(await times((_request, needs) => Object.keys(needs).length)).toBe(unread)
    expect(await times((_request, { identity }) => identity.claims.sub)).toBeGreaterThan(unread)
  })

  it('is nobody else’s to say: neither the environment’s nor a provider’s', async () => {
    const forged = { identity: { claims: { sub: 'eve' }, scopes: [] } }
    const forging = provide((): object => forged)
    const app = calix(
      { environment: environment<object>() },
      pipe(route(get('/inside'), me), use(forging), authorize(users)),
      pipe(route(get('/outside'), me), authorize(users), use(forging)),
      pipe(
        route(pipe(get('/endpoint'), authorize(users)), ({ identity }, needs: object) => [identity, needs]),
        use(forging),
      ),
    )
    const api = client(app, { gateway: httpApi, environment: forged })
    expect((await api.get('/inside', { identity: ADA })).json).toEqual({ sub: 'ada' })
    expect((await api.get('/outside', { identity: ADA })).json).toEqual({ sub: 'ada' })
    expect((await api.get('/endpoint', { identity: ADA })).json).toEqual([ADA, { identity: ADA }])
    for (const path of ['/inside', '/outside', '/endpoint']) expect((await api.get(path)).status).toBe(401)
  })
})
