import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import names from '@shop/names'

const client = new SNSClient({})
export const notify = async (Message) => {
  await client.send(new PublishCommand({ TopicArn: names.names.topic, Message }))
  return null
}
