import * as sqs from '@aws-sdk/client-sqs'
import * as http from 'calix'

const QUEUE = 'https://sqs.eu-central-1.amazonaws.com/123456789012/orders'
const client = new sqs.SQSClient()

const order = http.route(http.post('/orders'), async ({ body }) => {
  const { MessageId } = await client.send(
    new sqs.SendMessageCommand({ QueueUrl: QUEUE, MessageBody: JSON.stringify(body) }),
  )
  return { id: MessageId ?? null }
})

export const app = http.calix({}, order)
