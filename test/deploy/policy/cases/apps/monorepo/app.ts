// @ts-nocheck The packages are linked into an installation when the case is read.
import { handlers } from '@depot/handlers'
import { calix, get, post, put, route } from 'calix'

export const app = calix(
  { name: 'depot' },
  route(get('/parcels/:id'), handlers.track),
  route(put('/parcels/:id'), handlers.receive),
  route(post('/parcels/:id/dispatch'), handlers.dispatch),
)
