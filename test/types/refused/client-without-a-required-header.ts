// expect: Property '"x-tenant"' is missing in type '{}'
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/', { headers: t.type({ 'x-tenant': t.string }) }), () => 1),
)

export const found = client<typeof app>('/').get('/', { headers: {} })
