import { calix, del, get, post, route } from 'calix'
import { run } from './effects.ts'
import { interpreters } from './interpreters.ts'
import { extendLoan, returnLoan, showLoan } from './workflows.ts'

export const app = calix(
  {},
  route(get('/loans/:id'), ({ params }) => run(showLoan(params.id), interpreters)),
  route(post('/loans/:id/extension'), ({ params }) => run(extendLoan(params.id), interpreters)),
  route(del('/loans/:id'), ({ params }) => run(returnLoan(params.id), interpreters)),
)
