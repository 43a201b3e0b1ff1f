// expect: Type 'null' is not assignable to type 'HeaderValue'
import { response } from '../../../src/index.ts'

export const hello = response('hello', { headers: { 'x-a': null } })
