// expect: Property 'claims' does not exist on type 'ApiKeyIdentity'
import { pipe } from 'fp-ts/function'
import { apiKey, authorize, get, route } from '../../../src/index.ts'

export const me = route(pipe(get('/me'), authorize(apiKey())), ({ identity }) => identity.claims)
