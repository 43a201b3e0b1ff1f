import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, NotFoundError, post, route } from 'calix'

interface Channel {
  deliver(text: string): Promise<unknown>
}

class Mail implements Channel {
  readonly #ses = new SESv2Client({})
  deliver(text: string) {
    return this.#ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'bot@example.com',
        Destination: { ToAddresses: ['a@example.com'] },
        Content: { Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: text } } } },
      }),
    )
  }
}

class Topic implements Channel {
  deliver = (Message: string) =>
    new SNSClient({}).send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:bot', Message }),
    )
}

class Queue implements Channel {
  async deliver(MessageBody: string): Promise<void> {
    const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/bot'
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody }))
  }
}

class Both implements Channel {
  readonly channels: ReadonlyArray<Channel>
  constructor(...channels: ReadonlyArray<Channel>) {
    this.channels = channels
  }
  async deliver(text: string): Promise<void> {
    await Promise.all(this.channels.map((channel) => channel.deliver(text)))
  }
}

const CHANNELS = new Map<string, Channel>([
  ['mail', new Mail()],
  ['topic', new Topic()],
])
CHANNELS.set('queue', new Queue())

const both: Channel = new Both(new Mail(), new Queue())

export const app = calix(
  {},
  route(post('/by/:channel'), async ({ body, params }) => {
    const channel = CHANNELS.get(params.channel)
    if (channel === undefined) return new NotFoundError(params.channel)
    await channel.deliver(String(body))
    return null
  }),
  route(post('/both'), async ({ body }) => {
    await both.deliver(String(body))
    return null
  }),
  route(post('/mail'), async () => void (await CHANNELS.get('mail')?.deliver('hi'))),
)
