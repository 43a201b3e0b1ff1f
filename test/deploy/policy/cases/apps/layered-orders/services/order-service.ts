import { randomUUID } from 'node:crypto'
import { PublishCommand } from '@aws-sdk/client-sns'
import { NotFoundError } from 'calix'
import { topics } from '../clients/aws.ts'
import { loadConfig } from '../config.ts'
import { storeInvoice } from '../repositories/invoice-store.ts'
import { type Order, OrderRepository } from '../repositories/order-repository.ts'

type OrderEvent = { readonly type: 'placed' | 'paid'; readonly orderId: string }

export class OrderService {
  private readonly orders = new OrderRepository()

  private async announce(event: OrderEvent): Promise<void> {
    await topics.send(
      new PublishCommand({ TopicArn: loadConfig().eventsTopicArn, Message: JSON.stringify(event) }),
    )
  }

  async find(id: string): Promise<Order> {
    const order = await this.orders.byId(id)
    if (!order) throw new NotFoundError(`No order ${id}`)
    return order
  }

  async listFor(customerId: string): Promise<ReadonlyArray<Order>> {
    return this.orders.byCustomer(customerId)
  }

  async place(customerId: string, total: number): Promise<Order> {
    const order: Order = { id: randomUUID(), customerId, status: 'open', total }
    await this.orders.save(order)
    await this.announce({ type: 'placed', orderId: order.id })
    return order
  }

  async pay(id: string): Promise<{ readonly invoice: string }> {
    const order = await this.find(id)
    await this.orders.setStatus(order.id, 'paid')
    const [invoice] = await Promise.all([
      storeInvoice(order.id, [`total: ${order.total}`]),
      this.announce({ type: 'paid', orderId: order.id }),
    ])
    return { invoice }
  }
}
