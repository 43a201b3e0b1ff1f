import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateScan,
} from '@aws-sdk/lib-dynamodb'

export interface Entity {
  readonly id: string
}

export abstract class BaseRepository<T extends Entity> {
  private static shared: DynamoDBDocumentClient | undefined

  protected abstract readonly tableName: string

  protected get client(): DynamoDBDocumentClient {
    BaseRepository.shared ??= DynamoDBDocumentClient.from(new DynamoDBClient({}))
    return BaseRepository.shared
  }

  protected abstract toItem(entity: T): Record<string, unknown>
  protected abstract fromItem(item: Record<string, unknown>): T

  async findById(id: string): Promise<T | undefined> {
    const { Item } = await this.client.send(new GetCommand({ TableName: this.tableName, Key: { id } }))
    return Item && this.fromItem(Item)
  }

  async save(entity: T): Promise<T> {
    await this.beforeSave(entity)
    await this.client.send(new PutCommand({ TableName: this.tableName, Item: this.toItem(entity) }))
    await this.afterSave(entity)
    return entity
  }

  async remove(id: string): Promise<void> {
    await this.client.send(new DeleteCommand({ TableName: this.tableName, Key: { id } }))
  }

  async *all(): AsyncGenerator<T> {
    for await (const page of paginateScan({ client: this.client }, { TableName: this.tableName }))
      for (const item of page.Items ?? []) yield this.fromItem(item)
  }

  protected async beforeSave(_entity: T): Promise<void> {}
  protected async afterSave(_entity: T): Promise<void> {}
}
