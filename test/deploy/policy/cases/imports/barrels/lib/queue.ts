import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'

export const enqueue = (text: string) =>
  new SQSClient({}).send(
    new SendMessageCommand({
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
      MessageBody: text,
    }),
  )
