// expect: Type 'boolean' is not assignable to type 'string | number'
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { integer } from '../../../src/codec/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/pages/:page', { params: t.type({ page: integer }) }), () => 1),
)

export const page = client<typeof app>('/').get('/pages/:page', { params: { page: true } })
