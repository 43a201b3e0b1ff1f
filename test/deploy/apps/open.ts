import { calix, get, lambda, post, route } from 'calix'

/** Two routes that anybody may call. */
export const app = calix(
  { name: 'open' },
  route(get('/hello/:name'), ({ params }) => params),
  route(post('/'), () => ({ made: true })),
)

export const handler = lambda(app)
