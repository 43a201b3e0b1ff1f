import { calix, get, route } from 'calix'
import { orders } from './orders.ts'
import { users } from './users.ts'

export const app = calix(
  {},
  route(get('/users/:id/orders'), ({ params }) => users.orders(params.id)),
  route(get('/orders/:id/user'), ({ params }) => orders.user(params.id)),
)
