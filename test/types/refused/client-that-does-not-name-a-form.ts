// expect: Property 'headers' is missing
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { calix, post, route } from '../../../src/index.ts'

const form = { accepts: 'application/x-www-form-urlencoded', body: t.type({ state: t.string }) } as const
const app = calix(
  {},
  route(post('/states', form), ({ body }) => body.state),
)

export const sent = client<typeof app>('https://api.example.com').post('/states', { body: { state: 'WA' } })
