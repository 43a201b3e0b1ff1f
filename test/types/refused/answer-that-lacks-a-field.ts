// expect: Type '{}' is not assignable to type 'Ending<
import * as t from 'io-ts'
import { get, route } from '../../../src/index.ts'

export const one = route(get('/one', { returns: t.type({ name: t.string }) }), () => ({}))
