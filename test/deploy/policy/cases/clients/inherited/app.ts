import { calix, get, post, route } from 'calix'
import { Orders } from './orders.ts'
import { Users } from './users.ts'

const orders = new Orders()
const users = new Users()

export const app = calix(
  {},
  route(get('/orders/:id'), ({ params }) => orders.find(params.id)),
  route(post('/orders/:id/ship'), ({ params }) => orders.ship(params.id)),
  route(get('/users/:id'), ({ params }) => users.find(params.id)),
)
