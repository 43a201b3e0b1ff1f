// expect: Property 'headers' is missing
import * as t from 'io-ts'
import { client } from '../../../client/index.ts'
import { calix, patch, route } from '../../../src/index.ts'

const changes = { accepts: 'application/json-patch+json', body: t.array(t.type({ op: t.string })) } as const
const app = calix(
  {},
  route(patch('/things', changes), ({ body }) => body.length),
)

export const sent = client<typeof app>('https://api.example.com').patch('/things', { body: [{ op: 'test' }] })
