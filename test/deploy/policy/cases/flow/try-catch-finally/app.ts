import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, post, route } from 'calix'

const dynamodb = new DynamoDBClient({})
const sqs = new SQSClient({})
const cloudwatch = new CloudWatchClient({})

const save = route(post('/things'), async ({ body }) => {
  try {
    await dynamodb.send(new PutItemCommand({ TableName: 'things', Item: { text: { S: String(body) } } }))
    return 'saved'
  } catch (error) {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/failed',
        MessageBody: String(error),
      }),
    )
    return 'queued'
  } finally {
    await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'things', MetricData: [] }))
  }
})

export const app = calix({}, save)
