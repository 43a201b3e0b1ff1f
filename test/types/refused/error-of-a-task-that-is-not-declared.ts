// expect: ConflictError
import * as TE from 'fp-ts/TaskEither'
import { type ConflictError, get, NotFoundError, route } from '../../../src/index.ts'

export const one = route(
  get('/one', { errors: [NotFoundError] }),
  (): TE.TaskEither<ConflictError | NotFoundError, number> => TE.right(1),
)
