import { calix, get, lambda, post, route } from 'calix'
import * as orders from './handlers/orders.ts'

export const app = calix(
  { name: 'orders' },
  route(get('/health'), () => ({ ok: true })),
  route(get('/orders/:id'), orders.getOrder),
  route(get('/customers/:id/orders'), orders.listOrders),
  route(post('/orders'), orders.placeOrder),
  route(post('/orders/:id/payment'), orders.payOrder),
)

export const handler = lambda(app)
