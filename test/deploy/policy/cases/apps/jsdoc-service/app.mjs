import { calix, lambda, routes } from 'calix'
import all from './routes/index.mjs'

export const app = calix({ name: 'polls' }, routes(...all))
export const handler = lambda(app)
