// expect: Property 'PUT /' does not exist on type
import { get, route, type TableOf } from '../../../src/index.ts'

const index = route(get('/'), () => 1)

export type Put = TableOf<typeof index>['PUT /']
