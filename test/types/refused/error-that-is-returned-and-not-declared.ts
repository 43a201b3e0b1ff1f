// expect: ConflictError
import * as t from 'io-ts'
import { ConflictError, get, NotFoundError, route } from '../../../src/index.ts'

export const one = route(get('/one', { returns: t.number, errors: [NotFoundError] }), ({ query }) =>
  query.a === undefined ? 1 : new ConflictError(),
)
