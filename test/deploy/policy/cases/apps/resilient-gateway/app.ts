import { calix, get, put, route } from 'calix'
import { rateOf, setRate } from './rates.ts'

export const app = calix(
  {},
  route(get('/rates/:currency'), async ({ params }) => ({ rate: await rateOf(params.currency) })),
  route(put('/rates/:currency'), ({ params, body }) => setRate(params.currency, Number(body))),
)
