import { calix, get, lambda, route } from 'calix'

export const handler = lambda(
  calix(
    { name: 'hello' },
    route(get('/'), () => ({ hello: 'world' })),
  ),
)
