// expect: Type 'HttpResponse<string, 202>' is not assignable to type 'Ending<HttpResponse<string, 201>
import * as t from 'io-ts'
import { post, response, route } from '../../../src/index.ts'

export const one = route(post('/one', { returns: { 201: t.string } }), () => response('a', { status: 202 }))
