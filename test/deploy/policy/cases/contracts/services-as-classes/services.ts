import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'

class Tenants {
  readonly #db: DynamoDBClient
  constructor(db: DynamoDBClient) {
    this.#db = db
  }
  async of(host: string): Promise<{ readonly id: string }> {
    const { Item } = await this.#db.send(
      new GetItemCommand({ TableName: 'tenants', Key: { host: { S: host } } }),
    )
    return { id: Item?.id?.S ?? 'nobody' }
  }
}

class Jobs {
  readonly #db: DynamoDBClient
  readonly #queue: SQSClient
  constructor(db: DynamoDBClient, queue: SQSClient) {
    this.#db = db
    this.#queue = queue
  }
  async find(tenant: string, id: string): Promise<unknown> {
    const { Item } = await this.#db.send(
      new GetItemCommand({ TableName: 'jobs', Key: { tenant: { S: tenant }, id: { S: id } } }),
    )
    return Item ?? null
  }
  async start(tenant: string, name: string): Promise<void> {
    await this.#db.send(
      new PutItemCommand({ TableName: 'jobs', Item: { tenant: { S: tenant }, id: { S: name } } }),
    )
    await this.#queue.send(
      new SendMessageCommand({
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs',
        MessageBody: name,
      }),
    )
  }
}

export class Services {
  readonly tenants: Tenants
  readonly jobs: Jobs
  constructor(db: DynamoDBClient, queue: SQSClient) {
    this.tenants = new Tenants(db)
    this.jobs = new Jobs(db, queue)
  }
}
