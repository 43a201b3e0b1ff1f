import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { config } from './config.ts'
import { type Bus, eventBus } from './event-bus.ts'
import { orderRepository } from './orders.ts'
import { Repository } from './repository.ts'

export interface Product {
  readonly sku: string
}

export const container = () => {
  const documents = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: process.env.AWS_REGION ?? 'eu-west-1' }),
  )
  const bus: Bus = eventBus(new EventBridgeClient(), config.bus)
  return {
    bus,
    orders: orderRepository(documents, config),
    products: new Repository<Product>(documents, config.tables.products, 'sku'),
  }
}

export type Container = ReturnType<typeof container>
