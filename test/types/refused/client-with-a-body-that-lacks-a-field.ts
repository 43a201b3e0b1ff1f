// expect: Property 'email' is missing in type '{ name: string; }'

import * as z from 'zod'
import { client } from '../../../client/index.ts'
import { calix, post, route } from '../../../src/index.ts'

const app = calix(
  {},
  route(post('/users', { body: z.object({ name: z.string(), email: z.email() }) }), () => 1),
)

export const created = client<typeof app>('/').post('/users', { body: { name: 'Ada' } })
