// expect: 'query.q' is possibly 'undefined'
import * as t from 'io-ts'
import { optional } from '../../../src/codec/index.ts'
import { get, route } from '../../../src/index.ts'

export const list = route(
  get('/', { query: t.type({ q: optional(t.string) }) }),
  ({ query }) => query.q.length,
)
