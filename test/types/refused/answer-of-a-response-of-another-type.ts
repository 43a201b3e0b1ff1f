// expect: Type 'number' is not assignable to type 'string'
import * as t from 'io-ts'
import { get, response, route } from '../../../src/index.ts'

export const one = route(get('/one', { returns: t.string }), () => response(1))
