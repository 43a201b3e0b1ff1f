import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns'
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { calix, get, post, route } from 'calix'

const sqs = new SQSClient({})
const sns = new SNSClient({})
const QueueUrl = 'https://sqs.us-west-2.amazonaws.com/123456789012/mails.fifo'

export const app = calix(
  {},
  route(post('/mails'), async ({ body }) => {
    const Entries = (body as ReadonlyArray<string>).map((text, i) => ({
      Id: String(i),
      MessageBody: text,
      MessageGroupId: 'all',
    }))
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    return null
  }),
  route(post('/mails/done'), async () => {
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: [{ Id: '1', ReceiptHandle: 'a' }] }))
    return null
  }),
  route(get('/mails/count'), async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    )
    return Attributes?.ApproximateNumberOfMessages ?? '0'
  }),
  route(post('/news'), async ({ body }) => {
    await sns.send(
      new PublishBatchCommand({
        TopicArn: 'arn:aws:sns:us-west-2:123456789012:news',
        PublishBatchRequestEntries: [{ Id: '1', Message: String(body) }],
      }),
    )
    return null
  }),
)
