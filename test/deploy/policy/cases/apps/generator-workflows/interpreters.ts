import { DynamoDBClient, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'

const dynamo = new DynamoDBClient({})
const sqs = new SQSClient({})

export const interpreters = {
  load: async (id: string) =>
    (await dynamo.send(new GetItemCommand({ TableName: 'loans', Key: { id: { S: id } } }))).Item ?? null,
  mark: async (id: string, state: string) => {
    await dynamo.send(
      new UpdateItemCommand({
        TableName: 'loans',
        Key: { id: { S: id } },
        UpdateExpression: 'SET #s = :s',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':s': { S: state } },
      }),
    )
  },
  remind: async (id: string) => {
    const QueueUrl = 'https://sqs.eu-west-2.amazonaws.com/787878787878/reminders'
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: id, DelaySeconds: 60 }))
  },
}
