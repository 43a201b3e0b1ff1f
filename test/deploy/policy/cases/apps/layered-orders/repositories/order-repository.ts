import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { documents } from '../clients/aws.ts'
import { type Config, loadConfig } from '../config.ts'

export interface Order {
  readonly id: string
  readonly customerId: string
  readonly status: 'open' | 'paid' | 'cancelled'
  readonly total: number
}

export class OrderRepository {
  readonly #config: Config

  constructor(config: Config = loadConfig()) {
    this.#config = config
  }

  async byId(id: string): Promise<Order | undefined> {
    const { Item } = await documents.send(
      new GetCommand({ TableName: this.#config.ordersTable, Key: { id }, ConsistentRead: true }),
    )
    return Item as Order | undefined
  }

  async byCustomer(customerId: string): Promise<ReadonlyArray<Order>> {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: this.#config.ordersTable,
        IndexName: this.#config.customerIndex,
        KeyConditionExpression: 'customerId = :c',
        ExpressionAttributeValues: { ':c': customerId },
      }),
    )
    return Items.map((item) => item as Order)
  }

  async save(order: Order): Promise<void> {
    await documents.send(new PutCommand({ TableName: this.#config.ordersTable, Item: order }))
  }

  async setStatus(id: string, status: Order['status']): Promise<void> {
    await documents.send(
      new UpdateCommand({
        TableName: this.#config.ordersTable,
        Key: { id },
        UpdateExpression: 'SET #s = :s',
        ExpressionAttributeNames: { '#s': 'status' },
        ExpressionAttributeValues: { ':s': status },
      }),
    )
  }
}
