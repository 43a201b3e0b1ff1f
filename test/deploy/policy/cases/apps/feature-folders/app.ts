import { calix, lambda, post, prefix, route } from 'calix'
import { pipe } from 'fp-ts/function'
import { articles, media, search } from './features/index.ts'

export const app = calix(
  { name: 'blog' },
  articles,
  pipe(media, prefix('/v2')),
  route(post('/reindex/:slug'), ({ params }) => search.indexLater(params.slug)),
)
export const handler = lambda(app)
