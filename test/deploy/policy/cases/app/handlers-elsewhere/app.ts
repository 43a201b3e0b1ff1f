import { calix, prefix, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import { orderRoutes } from './orders/routes.ts'
import { userRoutes } from './users/routes.ts'

export const app = calix(
  { name: 'modular' },
  pipe(userRoutes, prefix('/users')),
  pipe(routes(...Object.values(orderRoutes)), prefix('/orders')),
)
