import { post, put, route, routes } from 'calix'

export const myview = routes(
  route(post('/myview/:value'), ({ params }) => ({ ...params, method: 'post' })),
  route(put('/myview/:value'), ({ params }) => ({ ...params, method: 'put' })),
)
