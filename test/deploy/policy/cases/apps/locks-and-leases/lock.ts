import { ConditionalCheckFailedException, DynamoDB } from '@aws-sdk/client-dynamodb'
import { ConflictError } from 'calix'

const dynamo = new DynamoDB({})
const TableName = 'leases'

export class Lease implements AsyncDisposable {
  readonly #name: string
  readonly #signal = new AbortController()

  private constructor(name: string) {
    this.#name = name
  }

  static async of(name: string): Promise<Lease> {
    try {
      await dynamo.putItem({
        TableName,
        Item: { name: { S: name } },
        ConditionExpression: 'attribute_not_exists(#n)',
        ExpressionAttributeNames: { '#n': 'name' },
      })
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) throw new ConflictError(`${name} is taken`)
      throw error
    }
    return new Lease(name)
  }

  onLost(listener: () => void): void {
    this.#signal.signal.addEventListener('abort', listener, { once: true })
  }

  lose(): void {
    this.#signal.abort()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await dynamo.deleteItem({ TableName, Key: { name: { S: this.#name } } })
  }
}
