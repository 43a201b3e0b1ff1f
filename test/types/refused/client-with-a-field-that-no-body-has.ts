// expect: 'nmae' does not exist in type '{ name: string; }
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { calix, post, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(post('/users', { body: t.type({ name: t.string }) }), () => 1),
)

export const created = client<typeof app>('/').post('/users', { body: { name: 'Ada', nmae: 'Ada' } })
