import {
  any,
  apiKey,
  authorize,
  authorizer,
  calix,
  cognito,
  custom,
  del,
  get,
  iam,
  lambda,
  post,
  route,
} from 'calix'

const members = authorizer(({ token }) => ({ routes: token === 'yes' ? ['*'] : [], principalId: 'member' }), {
  name: 'members',
  header: 'X-Member',
  ttl: 30,
})

const pools = ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_shop']

/** A shop before a REST API, with every authorizer that one can ask. */
export const app = calix(
  { name: 'shop' },
  route(get('/'), () => ({ open: true })),
  route(get('/items/:item'), ({ params }) => params),
  route(authorize(apiKey())(post('/items')), () => ({ made: true })),
  route(authorize(iam(), apiKey())(del('/items/:item')), () => ({ removed: true })),
  route(authorize(members)(get('/orders/:order')), ({ identity }) => ({ by: identity.principalId })),
  route(authorize(cognito({ userPoolArns: pools, scopes: ['shop/read'] }))(get('/account')), () => ({
    own: 1,
  })),
  route(authorize(cognito({ userPoolArns: pools, scopes: ['shop/write'] }))(post('/account')), () => ({
    own: 2,
  })),
  route(
    authorize(
      custom({
        arn: 'arn:aws:lambda:eu-central-1:123456789012:function:door',
        header: 'X-Door',
        ttl: 0,
        name: 'door',
      }),
    )(any('/staff/*rest')),
    () => ({ staff: true }),
  ),
)

export const handler = lambda(app)
