// expect: 'identity' is given here, but not of the type that the handlers need
import { pipe } from 'fp-ts/function'
import { authorize, get, iam, route, routes, type TokenIdentity } from '../../../src/index.ts'

const me = route(get('/me'), (_request, { identity }: { identity: TokenIdentity }) => identity.scopes)
export const group = pipe(routes(me), authorize(iam()))
