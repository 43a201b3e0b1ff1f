// expect: Type 'string' is not assignable to type
import * as t from 'io-ts'
import { post, route } from '../../../src/index.ts'

export const one = route(post('/one', { returns: { 201: t.string } }), () => 'a')
