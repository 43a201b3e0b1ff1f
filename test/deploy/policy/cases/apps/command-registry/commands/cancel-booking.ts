import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'

const client = new DynamoDBClient({})
const queues = new SQSClient({})
const QUEUE_URL = 'https://sqs.us-east-2.amazonaws.com/444455556666/refunds.fifo'

export const cancelBooking = async (command: { readonly room: string; readonly day: string }) => {
  const { Attributes } = await client.send(
    new DeleteItemCommand({
      TableName: 'bookings',
      Key: { room: { S: command.room }, day: { S: command.day } },
      ReturnValues: 'ALL_OLD',
    }),
  )
  await queues.send(
    new SendMessageCommand({
      QueueUrl: QUEUE_URL,
      MessageGroupId: command.room,
      MessageBody: JSON.stringify(Attributes ?? {}),
    }),
  )
  return { cancelled: true }
}
