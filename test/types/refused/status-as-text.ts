// expect: Type 'string' is not assignable to type 'number'
import { response } from '../../../src/index.ts'

export const teapot = response('short and stout', { status: '418' })
