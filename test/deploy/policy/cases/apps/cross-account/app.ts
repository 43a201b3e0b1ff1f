import { BadRequestError, calix, get, post, route } from 'calix'
import { type AccountName, isAccount } from './clients.ts'
import { health, scale } from './operations.ts'

const accountOf = (name: string): AccountName => {
  if (!isAccount(name)) throw new BadRequestError(`No account ${name}`)
  return name
}

export const app = calix(
  {},
  route(get('/production/health'), () => health('production')),
  route(post('/accounts/:account/scale'), ({ params, body }) =>
    scale(accountOf(params.account), Number(body)),
  ),
)
