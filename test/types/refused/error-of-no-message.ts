// expect: is not assignable to parameter of type 'string'
import { NotFoundError } from '../../../src/index.ts'

export const error = new NotFoundError({ message: 'banana' })
