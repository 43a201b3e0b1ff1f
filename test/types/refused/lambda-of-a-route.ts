// expect: is missing the following properties from type 'App<AnyEntry, never>'
import { get, lambda, route } from '../../../src/index.ts'

export const handler = lambda(route(get('/'), () => 1))
