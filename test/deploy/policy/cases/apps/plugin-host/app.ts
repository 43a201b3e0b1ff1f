import { calix, get, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'
import { Host } from './host.ts'
import audit from './plugins/audit.ts'
import { queuePlugin } from './plugins/queue.ts'
import storage from './plugins/storage.ts'

const host = new Host(
  storage,
  queuePlugin('https://sqs.ap-southeast-2.amazonaws.com/101010101010/jobs'),
  process.env.AUDIT !== 'off' && audit,
)

export const app = calix(
  { name: 'plugins' },
  pipe(
    routes(...host.routes({ logger: console, prefix: 'public' })),
    use({ before: ({ event }) => host.before(String(event.path)) }),
  ),
  route(get('/health'), () => host.health()),
)
