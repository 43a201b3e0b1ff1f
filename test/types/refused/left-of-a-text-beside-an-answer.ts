// expect: string
import * as E from 'fp-ts/Either'
import * as t from 'io-ts'
import { get, route } from '../../../src/index.ts'

export const one = route(get('/one', { returns: t.number }), ({ query }) =>
  query.a === undefined ? E.left('none') : E.right(1),
)
