import { pipe } from 'fp-ts/function'
import {
  type App,
  apiKey,
  authorize,
  authorizer,
  calix,
  cognito,
  get,
  type Params,
  type PrincipalIdentity,
  prefix,
  type Request,
  route,
  routes,
  type TokenIdentity,
} from '../../../src/index.ts'
import { holds, type Same } from './claim.ts'

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
const byToken = route(
  get('/group'),
  (_request, { identity }: { identity: TokenIdentity }) => identity.claims.sub,
)
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
