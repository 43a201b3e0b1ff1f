import { calix, get, route } from 'calix'
import * as t from 'io-ts'

/** The app of another team. */
export const rates = calix(
  {},
  route(get('/rates/:currency', { returns: t.type({ rate: t.number }) }), () => ({ rate: 1 })),
)
