import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import {
  DeleteMessageCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'

const db = new DynamoDBClient()
export const kept = () => db.send(new GetItemCommand({ TableName: 'kept', Key: {} }))
export const unused = () => db.send(new PutItemCommand({ TableName: 'kept', Item: {} }))
export const prepared = new TransactWriteItemsCommand({
  TransactItems: [{ Delete: { TableName: 'kept', Key: {} } }],
})
export default async function migrate() {
  await unused()
}

export class Queue {
  readonly #sqs = new SQSClient()
  readonly #url = 'https://sqs.eu-west-1.amazonaws.com/123456789012/kept'
  read() {
    return this.#sqs.send(new ReceiveMessageCommand({ QueueUrl: this.#url }))
  }
  purge() {
    return this.#sqs.send(new PurgeQueueCommand({ QueueUrl: this.#url }))
  }
  static remove(handle: string) {
    return new SQSClient().send(
      new DeleteMessageCommand({
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/kept',
        ReceiptHandle: handle,
      }),
    )
  }
}
