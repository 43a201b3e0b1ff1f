// expect: 'nick' is possibly 'undefined'
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { optional } from '../../../src/codec/index.ts'
import { calix, get, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(get('/me', { returns: t.type({ nick: optional(t.string) }) }), () => ({ nick: undefined })),
)

export const nick = client<typeof app>('/')
  .get('/me')
  .promise()
  .then(({ nick }) => nick.length)
