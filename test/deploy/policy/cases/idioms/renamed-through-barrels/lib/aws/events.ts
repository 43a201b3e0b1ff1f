import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

const client = new SNSClient()
const TopicArn = 'arn:aws:sns:us-east-1:123456789012:invoice-created'

export const created = (Message: string) => client.send(new PublishCommand({ TopicArn, Message }))
export const voided = (Message: string) =>
  client.send(new PublishCommand({ TopicArn: TopicArn.replace('created', 'voided'), Message }))
