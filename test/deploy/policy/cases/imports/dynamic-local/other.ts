import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

export default async () => {
  await new SNSClient({}).send(
    new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:other', Message: 'hi' }),
  )
  return 'told'
}
