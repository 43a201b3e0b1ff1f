// expect: Type 'number' is not assignable to type 'string'
import * as TE from 'fp-ts/TaskEither'
import * as z from 'zod'
import { get, route } from '../../../src/index.ts'

export const one = route(get('/one', { returns: z.object({ name: z.string() }) }), () =>
  TE.right({ name: 1 }),
)
