// expect: Expected 1 arguments, but got 2
import { calix, get, lambda, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/users'), () => 1),
)

export const handler = lambda(app, { db: 'a' })
