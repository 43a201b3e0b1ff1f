import { DeleteItemCommand, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'

export class Repository {
  readonly #db: DynamoDBClient
  readonly #table: string

  constructor(db: DynamoDBClient, table: string) {
    this.#db = db
    this.#table = table
  }

  async find(id: string): Promise<unknown> {
    const { Item } = await this.#db.send(
      new GetItemCommand({ TableName: this.#table, Key: { id: { S: id } } }),
    )
    return Item
  }

  async remove(id: string): Promise<void> {
    await this.#db.send(new DeleteItemCommand({ TableName: this.#table, Key: { id: { S: id } } }))
  }
}
