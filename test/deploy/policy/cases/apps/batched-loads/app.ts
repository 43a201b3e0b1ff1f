import { calix, get, post, route } from 'calix'
import { importAll, loaders } from './catalogue.ts'

export const app = calix(
  {},
  route(get('/products'), async ({ queryAll }) => {
    const { products } = loaders()
    return Promise.all((queryAll.id ?? []).map((id) => products.load(id)))
  }),
  route(get('/offers/:id'), async ({ params: { id } }) => {
    const { prices, products } = loaders()
    const [product, price] = await Promise.all([products.load(id), prices.load(id)])
    return { product: product ?? null, price: price ?? null }
  }),
  route(post('/imports'), async ({ body }) => ({ imported: await importAll(body as never) })),
)
