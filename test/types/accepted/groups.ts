import { pipe } from 'fp-ts/function'
import { compress, cors } from '../../../middleware/index.ts'
import {
  type AnswerOf,
  type App,
  calix,
  del,
  documented,
  type ErrorsOf,
  get,
  grants,
  methods,
  type NotFoundError,
  prefix,
  route,
  routes,
  type TableOf,
  use,
} from '../../../src/index.ts'
import { holds, type Same } from './claim.ts'
import { plain, stateOfCity } from './outcomes.ts'

// The table has a row for each method and path, and keeps it whatever wraps the route.
const group = pipe(routes(plain, stateOfCity), use(compress()), prefix('/v1'), use(cors(), compress()))
type City = TableOf<typeof group>['GET /v1/cities/:city']
type Declared = TableOf<typeof stateOfCity>['GET /cities/:city']
holds<Same<keyof TableOf<typeof group>, 'GET /v1/plain' | 'GET /v1/cities/:city'>>()
holds<Same<AnswerOf<City>, { state: string }>>()
holds<Same<ErrorsOf<City>, NotFoundError>>()
holds<Same<City['contract'], Declared['contract']>>()

const deeper = pipe(group, prefix('/tenants/:tenant'), prefix('/'), documented({ tags: ['tenants'] }))
holds<
  Same<keyof TableOf<typeof deeper>, 'GET /tenants/:tenant/v1/plain' | 'GET /tenants/:tenant/v1/cities/:city'>
>()

const several = route(methods(['GET', 'PUT'], '/objects/:key'), ({ method, params }) => method + params.key)
holds<Same<keyof TableOf<typeof several>, 'GET /objects/:key' | 'PUT /objects/:key'>>()
holds<Same<AnswerOf<TableOf<typeof several>['PUT /objects/:key']>, string>>()

const app = calix({ name: 'accepted', debug: false }, group, several, routes())
holds<Same<keyof TableOf<typeof app.routes>, keyof TableOf<typeof group> | keyof TableOf<typeof several>>>()
export const wrapped: App = pipe(app, use(cors({ allowOrigin: ['https://foo.example.com'] })))
holds<Same<ReturnType<typeof rewrap>, typeof app>>()
const rewrap = () => pipe(app, use(cors()))

export const none = routes()
holds<Same<keyof TableOf<typeof none>, never>>()

// The same path by another method, and another path by the same method, are no duplicates.
export const distinct = routes(
  route(get('/a'), () => 1),
  route(del('/a'), () => 2),
  route(get('/a/:b'), () => 3),
  route(get('/a/*b'), () => 4),
)

// What is granted keeps its type: a function its parameters, routes their table, an app that it is one.
const legacy = grants({ 'ses:SendEmail': 'arn:aws:ses:*:*:identity/example.com' })(
  (to: string, ...lines: ReadonlyArray<string>): Promise<number> => Promise.resolve(to.length + lines.length),
)
holds<Same<typeof legacy, (to: string, ...lines: ReadonlyArray<string>) => Promise<number>>>()
const grantedGroup = pipe(
  routes(plain, stateOfCity),
  grants({ 's3:GetObject': ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'], 's3:ListBucket': 'arn:aws:s3:::a' }),
  prefix('/v1'),
)
holds<Same<keyof TableOf<typeof grantedGroup>, 'GET /v1/plain' | 'GET /v1/cities/:city'>>()
export const grantedApp: App = pipe(
  calix({}, grantedGroup),
  grants({ 'xray:GetTraceSummaries': '*' } as const),
)
