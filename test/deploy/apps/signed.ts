import { authorize, calix, get, iam, lambda, post, route } from 'calix'

/** Routes that are all signed. */
export const app = calix(
  { name: 'signed' },
  route(authorize(iam())(get('/hello/:name')), ({ params }) => params),
  route(authorize(iam())(post('/')), () => ({ made: true })),
)

export const handler = lambda(app)
