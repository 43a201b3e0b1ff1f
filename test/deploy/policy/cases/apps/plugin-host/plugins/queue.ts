import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { post, route } from 'calix'
import { definePlugin } from '../host.ts'

export const queuePlugin = (QueueUrl: string, sqs: SQSClient = new SQSClient()) =>
  definePlugin({
    name: 'queue',
    async check() {
      await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
    },
    routes: () => [
      route(post('/jobs'), async ({ body }) => {
        const { MessageId } = await sqs.send(
          new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }),
        )
        return { MessageId: MessageId ?? null }
      }),
    ],
  })
