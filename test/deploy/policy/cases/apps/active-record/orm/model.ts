import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb'

export type Row = Record<string, unknown>

export class Model {
  static table = ''
  static client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  readonly row: Row

  constructor(row: Row) {
    this.row = row
  }

  static async find<M extends typeof Model>(this: M, id: string): Promise<InstanceType<M> | undefined> {
    const { Item } = await this.client.send(new GetCommand({ TableName: this.table, Key: { id } }))
    return Item === undefined ? undefined : (new this(Item) as InstanceType<M>)
  }

  static async findMany<M extends typeof Model>(this: M, ids: ReadonlyArray<string>) {
    const RequestItems = { [this.table]: { Keys: ids.map((id) => ({ id })) } }
    const { Responses } = await this.client.send(new BatchGetCommand({ RequestItems }))
    return (Responses?.[this.table] ?? []).map((row) => new this(row))
  }

  static where(index: string, key: string, value: string) {
    return this.client.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: index,
        KeyConditionExpression: '#k = :v',
        ExpressionAttributeNames: { '#k': key },
        ExpressionAttributeValues: { ':v': value },
      }),
    )
  }

  async save(): Promise<this> {
    const { client, table } = this.constructor as typeof Model
    await client.send(new PutCommand({ TableName: table, Item: this.row }))
    return this
  }

  async destroy(): Promise<void> {
    const model = this.constructor as typeof Model
    await model.client.send(new DeleteCommand({ TableName: model.table, Key: { id: this.row.id } }))
  }
}
