import { calix, post, put, route } from 'calix'
import { ask, keep, log } from './work.ts'

export const app = calix(
  {},
  route(put('/tenants/:id/text'), ({ params, body }) => keep(params.id, String(body))),
  route(post('/tenants/:id/jobs'), ({ params, body }) => ask(params.id, String(body))),
  route(post('/log'), ({ body }) => log(String(body))),
)
