// expect: Type 'unknown' is not assignable to type 'TokenIdentity'
import { get, type Request, route, type TokenIdentity } from '../../../src/index.ts'

export const me = route(get('/me'), ({ identity }: Request<object, TokenIdentity>) => identity.scopes)
