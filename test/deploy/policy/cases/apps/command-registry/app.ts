import { calix, get, post, route } from 'calix'
import { commands } from './commands/index.ts'
import { queries } from './queries/index.ts'

export const app = calix(
  { name: 'bookings' },
  route(post('/commands/:name'), ({ params, body }) => commands.execute(params.name, body)),
  route(get('/queries/:name'), ({ params, query }) => queries.execute(params.name, { ...query })),
)
