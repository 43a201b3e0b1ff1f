import { EventEmitter } from 'node:events'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { calix, post, route } from 'calix'

const sns = new SNSClient({})
const client = new DynamoDBClient({})
const events = new EventEmitter()

events.on('ordered', (id: string) => {
  void sns.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders', Message: id }))
})
events.once('ordered', async (id) => {
  await client.send(new PutItemCommand({ TableName: 'firsts', Item: { id: { S: String(id) } } }))
})

export const app = calix(
  {},
  route(post('/orders/:id'), ({ params }) => {
    events.emit('ordered', params.id)
    return null
  }),
)
