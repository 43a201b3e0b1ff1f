import { calix, post, route } from 'calix'
import { commit, emit, increment, insert, type Write } from './outbox.ts'
import { consumers, type EventName } from './consumers.ts'

const placeOrder = (id: string): ReadonlyArray<Write> => [
  insert('orders', { id }),
  increment('stock', 'sku'),
  emit('order.placed', { id }),
]

export const app = calix(
  {},
  route(post('/orders'), async () => {
    await commit(...placeOrder('1'))
    return null
  }),
  route(post('/stock'), async () => {
    await commit(increment('stock', 'sku'))
    return null
  }),
  route(post('/webhooks/:event'), async ({ body, params }) => {
    const interested = consumers[params.event as EventName] ?? []
    const results = await Promise.allSettled(interested.map((consume) => consume(body)))
    return results.map(({ status }) => status)
  }),
)
