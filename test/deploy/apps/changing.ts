import {
  apiKey,
  authorize,
  authorizer,
  calix,
  codeAndMessage,
  cognito,
  get,
  lambda,
  post,
  problem,
  route,
  use,
} from 'calix'
import { cors } from 'calix/middleware'

const pool = (name: string): string =>
  `arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_${name}`

/** An app of which one thing is another. */
export const changing = (change: string) => {
  const members = authorizer(() => ({ routes: ['*'], principalId: 'member' }), {
    name: 'members',
    ttl: change === 'Ttl' ? 31 : 30,
    header: change === 'Header' ? 'X-Member' : 'Authorization',
  })
  const users = cognito({
    userPoolArns: [pool(change === 'Pool' ? 'other' : 'shop')],
    scopes: change === 'Scope' ? ['shop/write'] : ['shop/read'],
  })
  const origin = change === 'Cors' ? 'https://other.example.com' : 'https://shop.example.com'
  return use(cors({ allowOrigin: origin }))(
    calix(
      { name: 'changing', errorShape: change === 'Shape' ? problem : codeAndMessage },
      route(authorize(members)(get('/orders')), () => 'orders'),
      route(authorize(users)(get('/account')), () => 'account'),
      route(change === 'Method' ? post('/items') : get('/items'), () => 'items'),
      route(change === 'Key' ? authorize(apiKey())(get('/stock')) : get('/stock'), () => 'stock'),
    ),
  )
}

export const handler = lambda(changing('nothing'))
