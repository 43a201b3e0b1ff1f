import { calix, get, post, route } from 'calix'
import audit from './audit.cjs'
import { findUser } from './users.cjs'

export const app = calix(
  {},
  route(get('/users/:id'), ({ params }) => findUser(params.id)),
  route(post('/users/:id/audit'), ({ params }) => audit(params.id)),
)
