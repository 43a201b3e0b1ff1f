import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, post, route } from 'calix'
import { Container, token } from './container.ts'

const DB = token<DynamoDBClient>('db')
const PAYMENTS = token<Payments>('payments')
const OUTBOX = token<Outbox>('outbox')
const KEY = token<() => Promise<string>>('key')

class Outbox {
  readonly #sqs = new SQSClient()
  async add(body: string) {
    const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/payments'
    await this.#sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }))
  }
}

class Payments {
  readonly #db: DynamoDBClient
  readonly #outbox: Outbox
  readonly #key: () => Promise<string>
  constructor(container: Container) {
    this.#db = container.resolve(DB)
    this.#outbox = container.resolve(OUTBOX)
    this.#key = container.resolve(KEY)
  }
  async pay(id: string) {
    const key = await this.#key()
    await this.#db.send(
      new PutItemCommand({ TableName: 'payments', Item: { id: { S: id }, with: { S: key } } }),
    )
    await this.#outbox.add(id)
  }
  async find(id: string) {
    const { Item } = await this.#db.send(
      new GetItemCommand({ TableName: 'payments', Key: { id: { S: id } } }),
    )
    return Item ?? null
  }
}

const container = new Container()
  .register(DB, () => new DynamoDBClient({}))
  .register(OUTBOX, () => new Outbox())
  .register(PAYMENTS, (self) => new Payments(self))
  .register(KEY, () => async () => {
    const { SecretString = '' } = await new SecretsManagerClient().send(
      new GetSecretValueCommand({ SecretId: 'psp/api-key' }),
    )
    return SecretString
  })

export const app = calix(
  {},
  route(post('/payments'), async () => {
    await container.resolve(PAYMENTS).pay('1')
    return null
  }),
  route(get('/payments/:id'), ({ params }) => container.resolve(PAYMENTS).find(params.id)),
)
