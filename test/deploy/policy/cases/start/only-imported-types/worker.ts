import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'

export interface Job {
  readonly id: string
  readonly priority: number
}

// Another program loads this file; here only its types are read.
const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs'
await new SQSClient({}).send(new ReceiveMessageCommand({ QueueUrl }))
