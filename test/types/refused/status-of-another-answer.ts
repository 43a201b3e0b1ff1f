// expect: Type 'number' is not assignable to type 'string'
import * as t from 'io-ts'
import { post, response, route } from '../../../src/index.ts'

export const one = route(post('/one', { returns: { 200: t.number, 201: t.string } }), () =>
  response(1, { status: 201 }),
)
