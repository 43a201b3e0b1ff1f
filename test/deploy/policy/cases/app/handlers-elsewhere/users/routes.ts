import { get, patch, route, routes } from 'calix'
import * as handlers from './handlers.ts'

export const userRoutes = routes(
  route(get('/:id'), handlers.show),
  route(patch('/:id'), handlers.makeUpdate('users')),
)
