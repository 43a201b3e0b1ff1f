// expect: 'user' is given here, but not of the type that the handlers need
import { pipe } from 'fp-ts/function'
import { get, provide, route, use } from '../../../src/index.ts'

const me = route(get('/me'), (_request, { user }: { user: { id: string } }) => user.id)

export const group = pipe(me, use(provide(() => ({ user: 'ada' }))))
