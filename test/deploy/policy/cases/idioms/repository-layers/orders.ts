import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Config } from './config.ts'
import { Repository } from './repository.ts'

export interface Order {
  readonly id: string
  readonly sku: string
}

class Orders extends Repository<Order> {
  static readonly BY_CUSTOMER = 'byCustomer'

  async list(customer: string): Promise<ReadonlyArray<Order>> {
    const { Items = [] } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: Orders.BY_CUSTOMER,
        KeyConditionExpression: 'customer = :c',
        ExpressionAttributeValues: { ':c': customer },
      }),
    )
    return Items.map(({ id, sku }) => ({ id: String(id), sku: String(sku) }))
  }

  override async remove(id: string): Promise<void> {
    await this.documents.send(
      new UpdateCommand({ TableName: this.table, Key: { id }, UpdateExpression: 'SET cancelled = :now' }),
    )
  }
}

export const orderRepository = (documents: DynamoDBDocumentClient, { tables }: Config) =>
  new Orders(documents, tables.orders, 'id')
