// expect: Type 'string' is not assignable to type 'number'
import { type AnswerOf, get, route, type TableOf } from '../../../src/index.ts'

const index = route(get('/'), () => 1)

export const answer: AnswerOf<TableOf<typeof index>['GET /']> = 'one'
