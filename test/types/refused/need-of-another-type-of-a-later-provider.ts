// expect: 'db' is given here, but not of the type that the handlers need
import { pipe } from 'fp-ts/function'
import { get, provide, route, use } from '../../../src/index.ts'

const me = route(get('/me'), (_request, { user }: { user: string }) => user)
const user = provide((_request, { db }: { db: string }) => ({ user: db }))

export const group = pipe(
  me,
  use(
    user,
    provide(() => ({ db: 1 })),
  ),
)
