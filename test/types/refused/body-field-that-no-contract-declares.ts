// expect: Property 'email' does not exist on type '{ name: string; }'
import * as t from 'io-ts'
import { post, route } from '../../../src/index.ts'

export const create = route(post('/users', { body: t.type({ name: t.string }) }), ({ body }) => body.email)
