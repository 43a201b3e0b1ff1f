// expect: 'identity', which GET /me needs, is given by nothing around it
import { calix, get, route, type TokenIdentity } from '../../../src/index.ts'

const me = route(get('/me'), (_request, { identity }: { identity: TokenIdentity }) => identity.scopes)
export const app = calix({}, me)
