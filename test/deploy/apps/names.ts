import { authorize, authorizer, calix, get, lambda, route } from 'calix'

const named = (name: string) => authorize(authorizer(() => ({ routes: ['*'], principalId: 'one' }), { name }))

/** Routes and authorizers whose names have the same words. */
export const app = calix(
  { name: 'names' },
  route(get('/items/:item'), () => 1),
  route(get('/items/item'), () => 2),
  route(get('/items-item'), () => 3),
  route(get('/items/*item'), () => 4),
  route(named('shop-door')(get('/one')), () => 5),
  route(named('shopDoor')(get('/two')), () => 6),
  route(named('ShopDoor')(get('/three')), () => 7),
)

export const handler = lambda(app)
