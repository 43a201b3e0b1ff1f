import { apiKey, authorize, authorizer, cognito, custom, get, iam, route, UnauthorizedError } from 'calix'
import { pipe } from 'fp-ts/function'

const userPool =
  process.env.USER_POOL_ARN ?? 'arn:aws:cognito-idp:us-west-2:123456789012:userpool/us-west-2_tutorial'

const company = custom({
  uri: 'arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/arn:aws:lambda:us-west-2:123456789012:function:company-authorizer/invocations',
})

const demo = authorizer(
  ({ token }) => {
    if (token === 'allow')
      return { routes: ['GET /built-in'], principalId: 'user', context: { plan: 'free' } }
    if (token === 'deny') return { routes: [], principalId: 'user' }
    throw new UnauthorizedError('Unknown token')
  },
  { name: 'demo', ttl: 60 },
)

export const authenticated = route(pipe(get('/authenticated'), authorize(apiKey())), () => ({ secure: true }))

export const iamRole = route(pipe(get('/iam-role'), authorize(iam())), ({ identity }) => ({
  secure: true,
  account: identity.accountId,
}))

export const userPools = route(
  pipe(get('/user-pools'), authorize(cognito({ userPoolArns: [userPool] }))),
  ({ identity }) => ({ secure: true, sub: identity.claims.sub ?? null }),
)

export const customAuth = route(pipe(get('/custom-auth'), authorize(company)), ({ identity }) => ({
  secure: true,
  principal: identity.principalId,
}))

export const builtIn = route(pipe(get('/built-in'), authorize(demo)), ({ identity }) => ({
  secure: true,
  principal: identity.principalId,
  plan: identity.context.plan,
}))
