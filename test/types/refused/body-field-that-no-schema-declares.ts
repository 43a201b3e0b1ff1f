// expect: Property 'email' does not exist on type '{ name: string; }'
import * as z from 'zod'
import { post, route } from '../../../src/index.ts'

export const create = route(
  post('/users', { body: z.object({ name: z.string() }) }),
  ({ body }) => body.email,
)
