import { calix, get, route } from 'calix'
import { archived } from './archive.ts'
import { Masking } from './names.ts'
import { mapped, rows } from './rows.ts'
import { ndjson } from './stream.ts'

const masking = new Masking()

const streamed = (body: ReadableStream) =>
  new Response(body, { headers: { 'content-type': 'application/x-ndjson' } })

export const app = calix(
  {},
  route(get('/exports/people'), () => streamed(ndjson(mapped(rows('people'), (row) => masking.mask(row))))),
  route(get('/exports/places'), () => streamed(ndjson(rows('places')))),
  route(get('/archive/:day'), ({ params }) => streamed(archived(params.day))),
)
