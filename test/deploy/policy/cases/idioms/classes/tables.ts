// @ts-nocheck Mixins of abstract classes say little about their types.
import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

abstract class Repository<T> {
  protected abstract readonly table: string
  protected readonly client = new DynamoDBClient({})
  protected get TableName(): string {
    return `app-${this.table}`
  }
  async find(id: string): Promise<T | null> {
    const { Item } = await this.client.send(
      new GetItemCommand({ TableName: this.TableName, Key: this.keyOf(id) }),
    )
    return (Item as T) ?? null
  }
  async remove(id: string) {
    await this.client.send(new DeleteItemCommand({ TableName: this.TableName, Key: this.keyOf(id) }))
  }
  protected keyOf(id: string) {
    return { id: { S: id } }
  }
}

const Writable = (Base) =>
  class extends Base {
    async save(id: string) {
      await this.client.send(new PutItemCommand({ TableName: this.TableName, Item: this.keyOf(id) }))
    }
  }

const Announced = (Base, TopicArn: string) =>
  class extends Base {
    readonly #sns = new SNSClient({})
    override async remove(id: string) {
      await super.remove(id)
      await this.#sns.send(new PublishCommand({ TopicArn, Message: id }))
    }
  }

export class Users extends Writable(Repository) {
  protected readonly table = 'users'
}
export class Teams extends Announced(Writable(Repository), 'arn:aws:sns:eu-west-1:123456789012:teams') {
  protected readonly table = 'teams'
}
