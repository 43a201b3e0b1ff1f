import { type SQSClient, SendMessageCommand, SQSClient as Sqs } from '@aws-sdk/client-sqs'
import { calix, post, route } from 'calix'

type Queue = { readonly client: SQSClient; readonly url: string }

const deliver = (client: Pick<SQSClient, 'send'>, message: SendMessageCommand) => client.send(message)

const messageFor = ({ url }: Queue, body: unknown, delay = 0) =>
  new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(body), DelaySeconds: delay })

function enqueue(queue: Queue, body: unknown, options: { readonly delay?: number } = {}) {
  return deliver(queue.client, messageFor(queue, body, options.delay))
}

const queueAt = (name: string): Queue => ({
  client: new Sqs({ region: 'eu-west-1' }),
  url: `https://sqs.eu-west-1.amazonaws.com/123456789012/${name}`,
})

const mails = queueAt('mails')
const invoices = queueAt('invoices')

export const app = calix(
  {},
  route(post('/mails'), async ({ body }) => {
    await enqueue(mails, body)
    return null
  }),
  route(post('/invoices'), async ({ body }) => {
    await enqueue(invoices, body, { delay: 30 })
    return null
  }),
)
