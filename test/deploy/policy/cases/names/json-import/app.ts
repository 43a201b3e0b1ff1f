import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, post, route } from 'calix'
import config from './config.json' with { type: 'json' }

const { tables, topics } = config

export const app = calix(
  {},
  route(post('/signups'), async () => {
    await new DynamoDBClient({ region: config.region }).send(
      new PutItemCommand({ TableName: tables.signups, Item: { id: { S: '1' } } }),
    )
    for (const topic of topics)
      await new SNSClient({}).send(new PublishCommand({ TopicArn: topic, Message: 'one' }))
    return null
  }),
)
