import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandOutput,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { calix, post, route } from 'calix'

const sqs = new SQSClient({})
const url = (name: string) => `https://sqs.eu-west-1.amazonaws.com/123456789012/${name}`

const drain = async (from: string, to: string) => {
  let moved = 0
  drained: while (true) {
    const page: ReceiveMessageCommandOutput = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: url(from) }),
    )
    for (const [index, { Body, ReceiptHandle }] of (page.Messages ?? []).entries()) {
      if (index > 10) break drained
      await sqs.send(new SendMessageCommand({ QueueUrl: url(to), MessageBody: Body }))
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url(from), ReceiptHandle }))
      moved += 1
    }
    if ((page.Messages ?? []).length === 0 || moved > 2) break
  }
  return moved
}

export const app = calix(
  {},
  route(post('/drain'), () => drain('dead', 'live')),
  route(post('/fan'), async ({ body }) => {
    const waiting: Array<Promise<unknown>> = []
    ;['red', 'blue'].forEach((colour) => {
      waiting.push(sqs.send(new SendMessageCommand({ QueueUrl: url(colour), MessageBody: String(body) })))
    })
    const names = ['green', 'black']
    for (let i = 0; i < names.length; i += 1)
      waiting.push(
        sqs.send(new SendMessageCommand({ QueueUrl: url(names[i] ?? ''), MessageBody: String(body) })),
      )
    for (const key in { white: 1 })
      waiting.push(sqs.send(new SendMessageCommand({ QueueUrl: url(key), MessageBody: '' })))
    await Promise.all(waiting)
    return waiting.length
  }),
)
