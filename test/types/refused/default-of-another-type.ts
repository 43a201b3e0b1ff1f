// expect: Argument of type 'string' is not assignable to parameter of type 'number'
import { integer, withDefault } from '../../../src/codec/index.ts'

export const page = withDefault(integer, '1')
