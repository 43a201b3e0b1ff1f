import {
  type Authorizer,
  any,
  apiKey,
  authorize,
  authorizer,
  calix,
  custom,
  get,
  iam,
  jwt,
  type Method,
  methods,
  type PrincipalIdentity,
  route,
  routes,
  UnauthorizedError,
  use,
} from 'calix'
import { cors } from 'calix/middleware'
import { pipe } from 'fp-ts/function'

/** An app that tells its handlers' runs: what a guard turns away must not be among them. */
export const guardedApp = () => {
  const ran: Array<string> = []
  const asked: Array<string> = []
  const run = (name: string) => (request: { readonly identity: unknown }) => {
    ran.push(name)
    return { name, identity: request.identity }
  }
  const demo: Authorizer<PrincipalIdentity<{ readonly plan: string }>> = authorizer(
    ({ token, event }) => {
      asked.push(JSON.stringify(event))
      if (token === 'nobody') throw new UnauthorizedError('Unknown token')
      if (token === 'broken') throw new Error('a secret of the authorizer')
      if (token === 'never') return new Promise<never>(() => {})
      const wanted = token.startsWith('routes ') ? token.slice(7).split(';') : ['*']
      return { routes: wanted, principalId: 'ada', context: { plan: 'free' } }
    },
    { name: 'demo', header: 'X-Token', ttl: 60 },
  )
  const one = <M extends Method>(method: M, path: `/${string}`) => methods([method], path)
  const app = calix(
    { name: 'guarded' },
    route(get('/open'), run('open')),
    route(pipe(get('/key'), authorize(apiKey())), run('key')),
    route(pipe(get('/both'), authorize(demo, apiKey())), run('both')),
    route(pipe(get('/iam'), authorize(iam())), run('iam')),
    route(
      pipe(
        get('/custom'),
        authorize(custom({ arn: 'arn:aws:lambda:eu-central-1:123456789012:function:elsewhere' })),
      ),
      run('custom'),
    ),
    route(
      pipe(get('/jwt'), authorize(jwt({ issuer: 'https://issuer.example', audience: 'me' }))),
      run('jwt'),
    ),
    pipe(
      routes(
        route(one('GET', '/cities/:city'), run('city')),
        route(one('POST', '/cities/:city'), run('post city')),
        route(get('/files/*path'), run('file')),
        route(any('/any'), run('any')),
      ),
      authorize(demo),
      use(cors({ allowOrigin: ['https://a.example', 'https://*.b.example'], exposeHeaders: ['X-Seen'] })),
    ),
  )
  return { app, ran, asked }
}
