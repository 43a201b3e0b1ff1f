import { calix, routes } from 'calix'
import handlers from './handlers.cjs'
import { toRoutes } from './to-routes.ts'

export const app = calix({}, routes(...toRoutes(handlers)))
