// expect: is not assignable to parameter of type
import { pipe } from 'fp-ts/function'
import { authorize, get, iam, type Request, route, routes, type TokenIdentity } from '../../../src/index.ts'

const me = route(get('/me'), ({ identity }: Request<object, TokenIdentity>) => identity.scopes)
export const group = pipe(routes(me), authorize(iam()))
