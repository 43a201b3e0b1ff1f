// expect: Property 'q' is missing in type '{ page: number; }'
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { integer, optional } from '../../../src/codec/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/', { query: t.type({ q: t.string, page: optional(integer) }) }), () => 1),
)

export const found = client<typeof app>('/').get('/', { query: { page: 2 } })
