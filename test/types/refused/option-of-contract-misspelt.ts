// expect: but 'bdy' does not exist in type 'Contract'
import * as t from 'io-ts'
import { post } from '../../../src/index.ts'

export const create = post('/users', { bdy: t.string })
