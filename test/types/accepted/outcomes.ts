import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { BadRequestError, get, NotFoundError, response, route } from '../../../src/index.ts'
import { type Answer, type Errors, holds, type Same } from './claim.ts'

// What a handler returns is in the type of its route, and so is what it may fail with.

export const plain = route(get('/plain'), () => ({ hello: 'world' }))
holds<Same<Answer<typeof plain>, { hello: string }>>()
holds<Same<Errors<typeof plain>, never>>()

const nothing = route(get('/nothing'), () => {})
holds<Same<Answer<typeof nothing>, void>>()

const promised = route(get('/promised'), async () => [1, 2])
holds<Same<Answer<typeof promised>, number[]>>()

const answered = route(get('/answered'), () => response('hello', { status: 201 }))
holds<Same<Answer<typeof answered>, string>>()

const either = route(get('/either'), (): E.Either<BadRequestError | NotFoundError, number> => E.right(1))
holds<Same<Answer<typeof either>, number>>()
holds<Same<Errors<typeof either>, BadRequestError | NotFoundError>>()

const taskEither = route(
  get('/task'),
  (): TE.TaskEither<NotFoundError, { id: string }> => TE.right({ id: '1' }),
)
holds<Same<Answer<typeof taskEither>, { id: string }>>()
holds<Same<Errors<typeof taskEither>, NotFoundError>>()

const mixed = route(get('/mixed'), async ({ query }) =>
  query.bad === undefined ? response({ ok: true }) : new BadRequestError('bad'),
)
holds<Same<Answer<typeof mixed>, { ok: boolean }>>()
holds<Same<Errors<typeof mixed>, BadRequestError>>()

const web = route(get('/web'), () => new Response('hello'))
holds<Same<Answer<typeof web>, Response>>()

// What is thrown is in no type.
const thrown = route(get('/thrown'), (): number => {
  throw new NotFoundError('thrown')
})
holds<Same<Answer<typeof thrown>, number>>()
holds<Same<Errors<typeof thrown>, never>>()

/** Its printed type is looked at as well. */
export const stateOfCity = route(get('/cities/:city'), ({ params }) =>
  pipe(
    { seattle: 'WA' }[params.city],
    E.fromNullable(new NotFoundError(params.city)),
    E.map((state) => ({ state })),
  ),
)
