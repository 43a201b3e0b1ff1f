// expect: is not assignable to parameter of type 'Routes<object, unknown>'
import { calix, get, type Request, route, type TokenIdentity } from '../../../src/index.ts'

const me = route(get('/me'), ({ identity }: Request<object, TokenIdentity>) => identity.scopes)
export const app = calix({}, me)
