import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb'

export class Repository<A extends { readonly id: string }> {
  protected readonly documents: DynamoDBDocumentClient
  readonly table: string

  constructor(documents: DynamoDBDocumentClient, table: string) {
    this.documents = documents
    this.table = table
  }

  async find(id: string): Promise<A | null> {
    const { Item } = await this.documents.send(new GetCommand({ TableName: this.table, Key: { id } }))
    return (Item as A | undefined) ?? null
  }

  async save(item: A): Promise<A> {
    await this.documents.send(new PutCommand({ TableName: this.table, Item: item }))
    return item
  }

  async remove(id: string): Promise<void> {
    await this.documents.send(new DeleteCommand({ TableName: this.table, Key: { id } }))
  }

  async all(): Promise<ReadonlyArray<A>> {
    const { Items } = await this.documents.send(new ScanCommand({ TableName: this.table }))
    return Items as unknown as ReadonlyArray<A>
  }
}
