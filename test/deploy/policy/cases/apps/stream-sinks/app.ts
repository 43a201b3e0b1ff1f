import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { calix, post, put, route } from 'calix'
import { archive } from './sinks/archive.ts'
import { enrich } from './sinks/enrich.ts'
import { RecordSink } from './sinks/record-sink.ts'
import { live } from './sinks/web.ts'

const linesOf = (body: unknown): ReadonlyArray<string> => String(body).split('|')

export const app = calix(
  {},
  route(post('/lines'), async ({ body }) => {
    await pipeline(Readable.from(linesOf(body)), enrich(), new RecordSink('lines-out'))
    return null
  }),
  route(put('/archives/:name'), ({ params, body }) => archive(params.name, linesOf(body))),
  route(post('/live'), async ({ body }) => {
    const writer = live('lines-live').getWriter()
    for (const line of linesOf(body)) await writer.write(line)
    await writer.close()
    return null
  }),
)
