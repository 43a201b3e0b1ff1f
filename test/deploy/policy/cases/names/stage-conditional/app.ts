import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, post, route } from 'calix'

const isProduction = process.env.STAGE === 'production'
const bucket = isProduction ? 'menus' : 'menus-test'

const QUEUES: Readonly<Record<string, string>> = { production: 'orders', staging: 'orders-staging' }
const queue = QUEUES[process.env.STAGE ?? 'staging']

export const app = calix(
  {},
  route(get('/menus/:day'), async ({ params }) => {
    const { Body } = await new S3Client({}).send(new GetObjectCommand({ Bucket: bucket, Key: params.day }))
    return Body?.transformToString()
  }),
  route(post('/orders'), async () => {
    const QueueUrl = `https://sqs.eu-west-1.amazonaws.com/123456789012/${queue}`
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody: 'soup' }))
    return null
  }),
)
