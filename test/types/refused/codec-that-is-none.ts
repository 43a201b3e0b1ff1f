// expect: 'name' does not exist in type 'Codec'
import { post } from '../../../src/index.ts'

export const create = post('/users', { body: { name: 'string' } })
