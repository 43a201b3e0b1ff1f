import { SendMessageCommand } from '@aws-sdk/client-sqs'
import type { Request } from 'calix'
import * as connections from '../connections.ts'

export default async function requestFeed({ params }: Request<{ readonly partner: string }>) {
  await connections.sqs.send(
    new SendMessageCommand({
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/feed-requests',
      MessageBody: params.partner,
    }),
  )
  return { asked: true }
}
