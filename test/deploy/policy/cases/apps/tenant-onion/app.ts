import { calix, del, get, put, route } from 'calix'
import { countUsage, resolveTenant, timed } from './layers.ts'
import { readNote, removeNote, writeNote } from './notes.ts'
import { onion } from './onion.ts'

const reading = [timed, resolveTenant]
const writing = [...reading, countUsage]

export const app = calix(
  {},
  route(
    get('/:tenant/notes/:id'),
    onion(reading, ({ params }) => readNote(params.id)),
  ),
  route(
    put('/:tenant/notes/:id'),
    onion(writing, ({ params, body }) => writeNote(params.id, String(body))),
  ),
  route(
    del('/:tenant/notes/:id'),
    onion(writing, ({ params }) => removeNote(params.id)),
  ),
)
