import type middy from '@middy/core'
import httpErrorHandler from '@middy/http-error-handler'
import httpEventNormalizer from '@middy/http-event-normalizer'
import httpJsonBodyParser from '@middy/http-json-body-parser'
import httpSecurityHeaders from '@middy/http-security-headers'
import warmup from '@middy/warmup'
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2, APIGatewayProxyResult } from 'aws-lambda'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { compress, cors } from '../../middleware/index.ts'
import {
  type App,
  apiKey,
  authorize,
  authorizer,
  BadRequestError,
  calix,
  cognito,
  del,
  get,
  grants,
  type Middleware,
  methods,
  NotFoundError,
  type Params,
  type PrincipalIdentity,
  post,
  prefix,
  printPath,
  type Request,
  response,
  route,
  routes,
  type TableOf,
  type TokenIdentity,
  use,
} from '../../src/index.ts'

// What has to compile, and to mean what it says: a line that stops holding is an error of the compiler.

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <_Claim extends true>(): void => {}

/** The row of a table. */
type Row<R, K extends keyof TableOf<R>> = TableOf<R>[K]
type Out<R, K extends keyof TableOf<R>> = Row<R, K> extends { readonly out: infer A } ? A : 'no row'
type Errors<R, K extends keyof TableOf<R>> = Row<R, K> extends { readonly errors: infer A } ? A : 'no row'
type In<R, K extends keyof TableOf<R>> = Row<R, K> extends { readonly in: infer A } ? A : 'no row'

// Parameters come from the path.
holds<Same<keyof Params<'/'>, never>>()
holds<Same<keyof Params<'/cities'>, never>>()
holds<Same<Params<'/cities/:city'>, { readonly city: string }>>()
holds<Same<Params<'/:a/b/:c'>, { readonly a: string; readonly c: string }>>()
holds<Same<Params<'/files/*path'>, { readonly path: string }>>()
holds<Same<Params<'/:bucket/*key'>, { readonly bucket: string; readonly key: string }>>()
holds<Same<Params<string>, { readonly [name: string]: string }>>()

export const twice = route(get('/:a/b/*c'), ({ params }) => {
  holds<Same<typeof params, Params<'/:a/b/*c'>>>()
  const { a, c }: { a: string; c: string } = params
  return a + c
})

// What a handler returns is in the type of its route, and so is what it may fail with.
const plain = route(get('/plain'), () => ({ hello: 'world' }))
holds<Same<Out<typeof plain, 'GET /plain'>, { hello: string }>>()
holds<Same<Errors<typeof plain, 'GET /plain'>, never>>()

const nothing = route(get('/nothing'), () => {})
holds<Same<Out<typeof nothing, 'GET /nothing'>, void>>()

const promised = route(get('/promised'), async () => [1, 2])
holds<Same<Out<typeof promised, 'GET /promised'>, number[]>>()

const answered = route(get('/answered'), () => response('hello', { status: 201 }))
holds<Same<Out<typeof answered, 'GET /answered'>, string>>()

const either = route(get('/either'), (): E.Either<BadRequestError | NotFoundError, number> => E.right(1))
holds<Same<Out<typeof either, 'GET /either'>, number>>()
holds<Same<Errors<typeof either, 'GET /either'>, BadRequestError | NotFoundError>>()

const taskEither = route(
  get('/task'),
  (): TE.TaskEither<NotFoundError, { id: string }> => TE.right({ id: '1' }),
)
holds<Same<Out<typeof taskEither, 'GET /task'>, { id: string }>>()
holds<Same<Errors<typeof taskEither, 'GET /task'>, NotFoundError>>()

const mixed = route(get('/mixed'), async ({ query }) =>
  query.bad === undefined ? response({ ok: true }) : new BadRequestError('bad'),
)
holds<Same<Out<typeof mixed, 'GET /mixed'>, { ok: boolean }>>()
holds<Same<Errors<typeof mixed, 'GET /mixed'>, BadRequestError>>()

const web = route(get('/web'), () => new Response('hello'))
holds<Same<Out<typeof web, 'GET /web'>, Response>>()

/** Its printed type is looked at as well. */
export const stateOfCity = route(get('/cities/:city'), ({ params }) =>
  pipe(
    { seattle: 'WA' }[params.city],
    E.fromNullable(new NotFoundError(params.city)),
    E.map((state) => ({ state })),
  ),
)

// The table has a row for each method and path, and keeps it whatever wraps the route.
const group = pipe(routes(plain, stateOfCity), use(compress()), prefix('/v1'), use(cors(), compress()))
holds<Same<keyof TableOf<typeof group>, 'GET /v1/plain' | 'GET /v1/cities/:city'>>()
holds<Same<Out<typeof group, 'GET /v1/cities/:city'>, { state: string }>>()
holds<Same<Errors<typeof group, 'GET /v1/cities/:city'>, NotFoundError>>()
holds<Same<In<typeof group, 'GET /v1/cities/:city'>, Params<'/cities/:city'>>>()

const deeper = pipe(group, prefix('/tenants/:tenant'), prefix('/'))
holds<
  Same<keyof TableOf<typeof deeper>, 'GET /tenants/:tenant/v1/plain' | 'GET /tenants/:tenant/v1/cities/:city'>
>()

const several = route(methods(['GET', 'PUT'], '/objects/:key'), ({ method, params }) => method + params.key)
holds<Same<keyof TableOf<typeof several>, 'GET /objects/:key' | 'PUT /objects/:key'>>()

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

// Handlers may be declared apart from their routes.
const byId = ({ params }: Request<{ readonly id: string }>) => params.id
export const one = route(get('/things/:id'), byId)
export const other = route(get('/things/:id/parts/:part'), byId)
export const any = route(post('/things'), (request: Request<unknown>) => request.toJSON())

// Published middleware, typed for one event or for all, is taken; so is one that is written where it is used.
const forRest: middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> = {
  before: ({ event }) => void event.requestContext.identity.sourceIp,
}
const forHttp: middy.MiddlewareObj<APIGatewayProxyEventV2, unknown, Error> = {
  before: ({ event }) => void event.requestContext.http.sourceIp,
}
const own: Middleware = {
  after: ({ response: { statusCode } }: { response: { statusCode: number } }) => void statusCode,
}

export const published = pipe(
  routes(plain, stateOfCity),
  use(forRest, forHttp, own),
  use(httpSecurityHeaders(), httpErrorHandler(), warmup()),
  use(httpEventNormalizer(), httpJsonBodyParser<APIGatewayProxyEventV2>()),
  use(cors(), { before: () => undefined }),
)
holds<Same<typeof published, ReturnType<typeof unwrapped>>>()
const unwrapped = () => routes(plain, stateOfCity)

export const inline = use({
  before: ({ event, internal }) => {
    holds<Same<typeof event.headers, Record<string, string>>>()
    internal.started = event.headers['x-started']
  },
  after: ({ response: answer }) => {
    const status: number = answer.statusCode
    answer.headers['x-status'] = status
  },
  onError: ({ error, response: answer }) => {
    holds<Same<typeof error, unknown>>()
    if (answer !== undefined) answer.headers['x-failed'] = true
  },
})

// Paths are printed from the parameters that they have.
export const path: string = printPath('/cities/:city', { city: 'são paulo' })
export const rest: string = printPath('/files/*path', { path: 'a/b' })
export const root: string = printPath('/', {})

// Who is calling is what the route's authorizer says, however it came to the route.

const users = cognito({
  userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_a'],
})
const plans = authorizer(({ token }) => ({
  routes: ['*'],
  principalId: token,
  context: { plan: 'free', seats: 3 },
}))

route(pipe(get('/me'), authorize(users)), ({ identity, params }) => {
  holds<Same<typeof identity, TokenIdentity>>()
  holds<Same<typeof params, Params<'/me'>>>()
})
route(pipe(get('/me'), authorize(plans, apiKey())), ({ identity }) => {
  holds<Same<typeof identity.context.seats, string>>()
  holds<Same<typeof identity.apiKeyId, string>>()
})
const byToken = route(get('/group'), ({ identity }: Request<object, TokenIdentity>) => identity.claims.sub)
export const authorized: App = calix(
  {},
  pipe(
    routes(
      byToken,
      route(get('/other'), () => 1),
    ),
    prefix('/v1'),
    authorize(users),
  ),
)
export const annotated: Request<object, PrincipalIdentity>['identity'] | undefined = undefined

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
