// expect: 'query.lang' is possibly 'undefined'
import { get, route } from '../../../src/index.ts'

export const index = route(get('/'), ({ query }) => query.lang.toUpperCase())
