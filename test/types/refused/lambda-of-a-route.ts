// expect: type 'App<object>'
import { get, lambda, route } from '../../../src/index.ts'

export const handler = lambda(route(get('/'), () => 1))
