import { calix, prefix } from 'calix'
import { pipe } from 'fp-ts/function'
import { container } from './container.ts'
import { routesOf } from './routes.ts'

export const app = calix({ name: 'shop' }, pipe(routesOf(container()), prefix('/v1')))
