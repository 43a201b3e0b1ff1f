import './register.ts'
import { calix, get, route } from 'calix'
import { secret } from './secret.ts'

export const app = calix(
  {},
  route(get('/'), async () => (await secret).length),
)
