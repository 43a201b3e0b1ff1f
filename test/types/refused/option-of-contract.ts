// expect: 'accept' does not exist in type 'Contract'
import { post } from '../../../src/index.ts'

export const states = post('/', { accept: 'application/x-www-form-urlencoded' })
