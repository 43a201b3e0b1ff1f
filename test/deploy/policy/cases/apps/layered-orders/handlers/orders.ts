import type { Request } from 'calix'
import { BadRequestError } from 'calix'
import { OrderService } from '../services/order-service.ts'

const service = new OrderService()

type WithId = Request<{ readonly id: string }>

export const getOrder = ({ params }: WithId) => service.find(params.id)

export const listOrders = ({ params }: WithId) => service.listFor(params.id)

export const placeOrder = async ({ body }: Request) => {
  const { customerId, total } = (body ?? {}) as { customerId?: string; total?: number }
  if (!customerId || typeof total !== 'number') throw new BadRequestError('customerId and total are needed')
  return service.place(customerId, total)
}

export const payOrder = ({ params }: WithId) => service.pay(params.id)
