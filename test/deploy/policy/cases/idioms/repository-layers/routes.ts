import { randomUUID } from 'node:crypto'
import { del, get, NotFoundError, post, route, routes } from 'calix'
import type { Container } from './container.ts'

const createOrder =
  ({ bus, orders, products }: Container) =>
  async (sku: string) => {
    const product = (await products.find(sku)) ?? { sku: 'none' }
    const order = await orders.save({ id: randomUUID(), sku: product.sku })
    await bus.emit('OrderCreated', order)
    return order
  }

export const routesOf = (container: Container) => {
  const { bus, orders } = container
  const create = createOrder(container)
  return routes(
    route(post('/orders'), ({ body }) => create(String(Object(body).sku))),
    route(
      get('/orders/:id'),
      async ({ params }) => (await orders.find(params.id)) ?? new NotFoundError(params.id),
    ),
    route(get('/orders'), ({ query }) => orders.list(query.customer ?? 'me')),
    route(del('/orders/:id'), async ({ params: { id } }) => {
      await orders.remove(id)
      await bus.emit('OrderCancelled', { id })
      return null
    }),
    route(get('/health'), () => ({ ok: true })),
  )
}
