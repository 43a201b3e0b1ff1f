// expect: Expected 2 arguments, but got 1
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/', { query: t.type({ q: t.string }) }), () => 1),
)

export const found = client<typeof app>('/').get('/')
