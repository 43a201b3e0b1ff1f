import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

const started = () =>
  new SNSClient({}).send(
    new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:started', Message: 'hello' }),
  )

void started()
