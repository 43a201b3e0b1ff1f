import { calix, get, post, route } from 'calix'
import { lazy } from './lazy.ts'

const feed = lazy(() => import('./handlers/fetch-feed.ts'))
const ask = lazy(() => import('./handlers/request-feed.ts'))

export const app = calix(
  {},
  route(get('/feeds/:partner'), feed),
  route(post('/feeds/:partner'), ask),
  route(get('/version'), async () => (await import('./handlers/version.ts')).default()),
)
