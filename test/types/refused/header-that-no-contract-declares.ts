// expect: Property 'host' does not exist on type '{ 'x-tenant': string; }'
import * as t from 'io-ts'
import { get, route } from '../../../src/index.ts'

export const list = route(
  get('/', { headers: t.type({ 'x-tenant': t.string }) }),
  ({ headers }) => headers.host,
)
