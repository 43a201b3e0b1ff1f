import { calix, del, get, post, route } from 'calix'
import { partiql } from './database/partiql.ts'
import { from } from './database/query.ts'
import { Table } from './database/table.ts'

const MESSAGES = new Table('messages')
const ROOMS = new Table('rooms')

export const app = calix(
  { name: 'chat' },
  route(get('/rooms/:room/messages'), async ({ params }) => {
    const rows = await from(MESSAGES).where('room', params.room).by('latest').limit(50)
    return rows
  }),
  route(del('/rooms/:room/messages'), ({ params }) =>
    from(MESSAGES).where('room', params.room).deleteAll('room', 'sent'),
  ),
  route(post('/rooms/:room/name'), async ({ params, body }) => {
    await partiql(`UPDATE "${ROOMS}" SET name = ? WHERE room = ?`, String(body), params.room)
    return null
  }),
  route(get('/rooms/:room'), ({ params }) => partiql(`SELECT * FROM "${ROOMS}" WHERE room = ?`, params.room)),
)
