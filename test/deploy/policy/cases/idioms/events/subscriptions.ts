import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { bus } from './bus.ts'

const db = new DynamoDBClient()
const TableName = 'members'

bus
  .subscribe('member.joined', ({ id }) => db.send(new PutItemCommand({ TableName, Item: { id: { S: id } } })))
  .subscribe('member.left', ({ id }) => db.send(new DeleteItemCommand({ TableName, Key: { id: { S: id } } })))

bus.subscribe('member.joined', async function welcome({ id }) {
  await new SESv2Client().send(
    new SendEmailCommand({
      FromEmailAddress: 'Club <hello@club.example>',
      Content: { Simple: { Subject: { Data: id }, Body: {} } },
    }),
  )
})

bus.subscribe('member.joined', ({ id }) =>
  new SNSClient().send(
    new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:members', Message: id }),
  ),
)
