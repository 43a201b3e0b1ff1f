// expect: PUT /a is declared more than once
import { methods, put, route, routes } from '../../../src/index.ts'

const both = route(methods(['GET', 'PUT'], '/a'), () => 1)
const write = route(put('/a'), () => 2)

export const all = routes(both, write)
