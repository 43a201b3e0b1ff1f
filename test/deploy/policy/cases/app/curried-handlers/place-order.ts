import type { Request } from 'calix'
import type { Orders } from './orders.ts'

interface Dependencies {
  readonly orders: Orders
  readonly newId: () => string
}

export const placeOrder = (dependencies: Dependencies) => {
  const { newId, orders } = dependencies
  return async (request: Request) => {
    const id = newId()
    await orders.insert(id, String(request.body))
    return { id }
  }
}
