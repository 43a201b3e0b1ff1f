import { get, put, route, routes } from 'calix'
import { indexLater } from '../search/index.ts'
import { readArticle, writeArticle } from './store.ts'

export default routes(
  route(get('/articles/:slug'), ({ params: { slug } }) => readArticle(slug)),
  route(put('/articles/:slug'), async ({ params: { slug }, body }) => {
    await writeArticle(slug, String(body))
    await indexLater(slug)
    return { slug }
  }),
)
