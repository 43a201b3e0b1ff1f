import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'

export abstract class Table {
  protected static readonly client = new DynamoDBClient({})
  protected abstract get name(): string

  protected get client(): DynamoDBClient {
    return Table.client
  }

  async find(id: string): Promise<unknown> {
    const answer = await this.client.send(new GetItemCommand({ TableName: this.name, Key: this.keyOf(id) }))
    return answer.Item ?? null
  }

  protected async set(id: string, what: string): Promise<void> {
    await this.client.send(
      new UpdateItemCommand({
        TableName: this.name,
        Key: this.keyOf(id),
        UpdateExpression: 'SET #w = :w',
        ExpressionAttributeNames: { '#w': what },
        ExpressionAttributeValues: { ':w': { BOOL: true } },
      }),
    )
  }

  protected keyOf(id: string): Record<string, { S: string }> {
    return { id: { S: id } }
  }
}
