import { calix, get, put, route } from 'calix'
// @ts-expect-error it has no types
import * as legacy from './legacy.js'

interface Store {
  get(id: string): Promise<unknown>
  put(id: string): Promise<unknown>
}
const store: Store = new legacy.Store('old-store')

export const app = calix(
  {},
  route(get('/store/:id'), async ({ params }) => {
    await store.get(params.id)
    return null
  }),
  route(put('/store/:id'), async ({ params }) => {
    await store.put(params.id)
    return null
  }),
  route(get('/created'), () => legacy.created.count()),
  route(
    get('/callback'),
    () =>
      new Promise<string>((resolve, reject) => {
        legacy.urlOf('old-queue', (error: unknown, url: string) =>
          error ? reject(error) : resolve(url ?? ''),
        )
      }),
  ),
  route(get('/hoisted'), () => legacy.hoisted()),
)
