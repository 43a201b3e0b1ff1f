// expect: Type 'number' is not assignable to type 'string'
import { printPath } from '../../../src/index.ts'

export const path = printPath('/pages/:page', { page: 2 })
