// expect: GET /a is declared more than once
import { get, route, routes } from '../../../src/index.ts'

const one = route(get('/a'), () => 1)
const two = route(get('/a'), () => 2)

export const both = routes(one, two)
