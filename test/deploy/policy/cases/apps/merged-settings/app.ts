import { calix, get, post, put, route } from 'calix'
import { alert, keepCart, keepUpload, session } from './stores.ts'

export const app = calix(
  {},
  route(get('/sessions/:id'), async ({ params }) => (await session(params.id)).Item ?? {}),
  route(put('/carts/:id'), async ({ params }) => {
    await keepCart(params.id)
  }),
  route(put('/uploads/:name'), async ({ params, rawBody }) => {
    await keepUpload(params.name, rawBody)
  }),
  route(post('/alerts'), ({ body }) => alert(String(body))),
)
