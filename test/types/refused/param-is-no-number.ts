// expect: Type 'string' is not assignable to type 'number'
import { get, route } from '../../../src/index.ts'

export const page = route(get('/pages/:page'), ({ params }): number => params.page)
