// expect: Type 'string' is not assignable to type 'number'
import { get, route, type TableOf } from '../../../src/index.ts'

const index = route(get('/'), () => 1)

export const out: TableOf<typeof index>['GET /']['out'] = 'one'
