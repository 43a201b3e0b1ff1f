import { apiKey, authorize, calix, get, lambda, route } from 'calix'

/** Paths with characters that a REST API’s resources cannot have, and with all that they can. */
export const app = calix(
  { name: 'characters' },
  route(get('/plain_path-1.0:batch'), () => 1),
  route(get('/café'), () => 2),
  route(get('/with space/:id'), () => 3),
  route(get('/~user'), () => 4),
  route(authorize(apiKey())(get('/account')), () => 5),
)

export const handler = lambda(app)
