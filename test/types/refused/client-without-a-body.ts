// expect: Property 'body' is missing in type '{ headers: { 'x-a': string; }; }'
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { calix, post, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(post('/users', { body: t.type({ name: t.string }) }), () => 1),
)

export const created = client<typeof app>('/').post('/users', { headers: { 'x-a': 'b' } })
