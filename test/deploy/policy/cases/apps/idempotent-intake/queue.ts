import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'

const client = new SQSClient({})

export interface Settled {
  readonly done: number
  readonly failed: number
}

export class Consumer {
  readonly #url: string
  readonly #handle: (body: string) => Promise<unknown>

  constructor({
    queue,
    handle,
  }: { readonly queue: string; readonly handle: (body: string) => Promise<unknown> }) {
    this.#url = `https://sqs.${process.env.QUEUES_REGION}.amazonaws.com/${process.env.QUEUES_ACCOUNT}/${queue}`
    this.#handle = handle
  }

  async drain(): Promise<Settled> {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: this.#url, MaxNumberOfMessages: 10 }),
    )
    const results = await Promise.allSettled(Messages.map(({ Body = '' }) => this.#handle(Body)))
    const done = Messages.filter((_, index) => results[index]?.status === 'fulfilled')
    const failed = Messages.filter((each) => !done.includes(each))
    await Promise.all([this.#acknowledge(done), this.#release(failed)])
    return { done: done.length, failed: failed.length }
  }

  async #acknowledge(messages: ReadonlyArray<Message>): Promise<void> {
    if (messages.length === 0) return
    const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle }))
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: this.#url, Entries }))
  }

  async #release(messages: ReadonlyArray<Message>): Promise<void> {
    if (messages.length === 0) return
    const Entries = messages.map(({ ReceiptHandle }, index) => ({
      Id: `${index}`,
      ReceiptHandle,
      VisibilityTimeout: 0,
    }))
    await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.#url, Entries }))
  }
}
