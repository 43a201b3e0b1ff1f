import { authorize, authorizer, calix, custom, del, get, iam, jwt, lambda, post, route, use } from 'calix'
import { cors } from 'calix/middleware'

const provider = { issuer: 'https://id.example.com', audience: ['web', 'app'] }
const door = 'arn:aws:lambda:eu-central-1:123456789012:function:door'

const members = authorizer(() => ({ routes: ['*'], principalId: 'member' }), { name: 'members', ttl: 45 })

/** An app before an HTTP API, with every authorizer that one can ask, and the same CORS on all routes. */
export const app = use(
  cors({ allowOrigin: 'https://web.example.com', allowHeaders: ['X-Shop'], maxAge: 600 }),
)(
  calix(
    { name: 'api' },
    route(get('/'), () => ({ open: true })),
    route(get('/items/:item'), ({ params }) => params),
    route(authorize(jwt(provider))(get('/me')), ({ identity }) => identity.claims),
    route(authorize(jwt({ ...provider, scopes: ['shop/write', 'admin'] }))(post('/items')), () => ({
      made: true,
    })),
    route(authorize(iam())(del('/items/:item')), () => ({ removed: true })),
    route(authorize(members)(get('/orders/:order')), ({ identity }) => ({ by: identity.principalId })),
    route(
      authorize(custom({ arn: door, header: 'X-Door', ttl: 0, name: 'door' }))(get('/staff/*rest')),
      () => 'staff',
    ),
  ),
)

export const handler = lambda(app)
