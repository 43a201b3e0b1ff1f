// expect: Property 'size' does not exist on type '{ page: number; }'
import * as t from 'io-ts'
import { integer } from '../../../src/codec/index.ts'
import { get, route } from '../../../src/index.ts'

export const list = route(get('/users', { query: t.type({ page: integer }) }), ({ query }) => query.size)
