// expect: GET /v1/cities is declared more than once
import { pipe } from 'fp-ts/function'
import { get, prefix, route, routes } from '../../../src/index.ts'

const inner = route(get('/cities'), () => 1)
const outer = route(get('/v1/cities'), () => 2)

export const both = routes(pipe(routes(inner), prefix('/v1')), outer)
