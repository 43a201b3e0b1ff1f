import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

export type EventName = 'order.placed' | 'order.paid'
type Consume = (body: unknown) => Promise<unknown>

const lambda = new LambdaClient({})
const sns = new SNSClient({})

const invoke =
  (FunctionName: string): Consume =>
  (body) =>
    lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(body) }))

const publish =
  (topic: string): Consume =>
  async (body) => {
    const TopicArn = `arn:aws:sns:eu-west-1:123456789012:${topic}`
    return sns.send(new PublishCommand({ TopicArn, Message: JSON.stringify(body) }))
  }

export const consumers: Readonly<Partial<Record<EventName, ReadonlyArray<Consume>>>> = {
  'order.placed': [invoke('index-order'), publish('placed')],
  'order.paid': [invoke('ship-order')],
}
