// expect: PUT /a is declared more than once
import { get, put, route, routes } from '../../../src/index.ts'

const read = route(get('/a'), () => 1)
const write = route(put('/a'), () => 2)
const rewrite = route(put('/a'), () => 3)

export const all = routes(routes(read, write), routes(rewrite))
