// expect: is not assignable to type 'Endpoint<"GET /items", object>'
import * as t from 'io-ts'
import { integer } from '../../../src/codec/index.ts'
import { type Endpoint, get } from '../../../src/index.ts'

export const items: Endpoint<'GET /items', object> = get('/items', { query: t.type({ page: integer }) })
