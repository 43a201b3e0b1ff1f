// expect: 'identity' is of type 'unknown'
import { get, route } from '../../../src/index.ts'

export const me = route(get('/me'), ({ identity }) => identity.sub)
