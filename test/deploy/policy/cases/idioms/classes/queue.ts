import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'

export class Queue {
  static #client: SQSClient
  static readonly url = ['https://sqs.eu-west-1.amazonaws.com', '123456789012', 'static'].join('/')
  static {
    Queue.#client = new SQSClient({})
  }
  static async attributes() {
    const { Attributes } = await Queue.#client.send(new GetQueueAttributesCommand({ QueueUrl: Queue.url }))
    return Attributes ?? null
  }
}
