import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, post, route } from 'calix'

const TABLE = process.env.VISITS_TABLE ?? 'visits'
const topic = process.env.VISITS_TOPIC || 'arn:aws:sns:eu-west-1:123456789012:visits'

export const app = calix(
  {},
  route(post('/visits'), async () => {
    await new DynamoDBClient({}).send(new PutItemCommand({ TableName: TABLE, Item: { id: { S: '1' } } }))
    return null
  }),
  route(post('/news'), async () => {
    await new SNSClient({}).send(new PublishCommand({ TopicArn: topic, Message: 'visited' }))
    return null
  }),
)
