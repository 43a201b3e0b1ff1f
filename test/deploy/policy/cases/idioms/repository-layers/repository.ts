import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'

export class Repository<T extends object> {
  protected readonly documents: DynamoDBDocumentClient
  protected readonly table: string
  readonly #key: keyof T & string
  constructor(documents: DynamoDBDocumentClient, table: string, key: keyof T & string) {
    this.documents = documents
    this.table = table
    this.#key = key
  }
  async find(key: string): Promise<T | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: { [this.#key]: key } }),
    )
    // The table has nothing else.
    return Item as T | undefined
  }
  async save(item: T): Promise<T> {
    await this.documents.send(new PutCommand({ TableName: this.table, Item: item }))
    return item
  }
  async remove(key: string): Promise<void> {
    await this.documents.send(new DeleteCommand({ TableName: this.table, Key: { [this.#key]: key } }))
  }
}
