import { pipe } from 'fp-ts/function'
import {
  type AppOptions,
  calix,
  get,
  type Middleware,
  type Routes,
  route,
  routes,
  use,
} from '../../../src/index.ts'
import {
  type Client,
  type ClientOptions,
  client,
  type Gateway,
  httpApi,
  restApi,
} from '../../../testing/index.ts'

/** What a test mounts: middleware around routes. */
export interface Mounted {
  readonly routes: Routes
  readonly middleware: ReadonlyArray<Middleware>
  readonly options?: AppOptions
  readonly client?: ClientOptions
}

const beside = route(get('/beside'), () => 'beside')

const wraps = {
  'a route': ({ routes: self, middleware, options = {} }: Mounted) =>
    calix(options, pipe(self, use(...middleware)), beside),
  'a group': ({ routes: self, middleware, options = {} }: Mounted) =>
    calix(options, pipe(routes(self, beside), use(...middleware))),
  'the app': ({ routes: self, middleware, options = {} }: Mounted) =>
    pipe(calix(options, self, beside), use(...middleware)),
}

const gateways: ReadonlyArray<Gateway> = [restApi, httpApi]

/** Where middleware can stand, behind a gateway of each payload format: what holds for one has to hold for all. */
export const placements: ReadonlyArray<{
  readonly where: keyof typeof wraps
  readonly gateway: Gateway['name']
  readonly mount: (mounted: Mounted) => Client
}> = gateways.flatMap((gateway) =>
  (['a route', 'a group', 'the app'] as const).map((where) => ({
    where,
    gateway: gateway.name,
    mount: (mounted) => client(wraps[where](mounted), { ...mounted.client, gateway }),
  })),
)
