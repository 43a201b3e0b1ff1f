import { BadRequestError, calix, get, lambda, post, route } from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'

const User = t.type({ name: t.string })

export const handler = lambda(
  calix(
    { name: 'hello' },
    route(get('/'), () => ({ hello: 'world' })),
    route(post('/users'), ({ body }) =>
      pipe(
        User.decode(body),
        E.mapLeft(() => new BadRequestError('A user has a name')),
      ),
    ),
  ),
)
