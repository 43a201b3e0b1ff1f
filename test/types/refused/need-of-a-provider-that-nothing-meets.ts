// expect: 'db', which GET /me needs, is given by nothing around it
import { pipe } from 'fp-ts/function'
import { calix, get, provide, route, use } from '../../../src/index.ts'

const me = route(get('/me'), (_request, { user }: { user: string }) => user)
const user = provide((_request, { db }: { db: string }) => ({ user: db }))

export const app = calix({}, pipe(me, use(user)))
