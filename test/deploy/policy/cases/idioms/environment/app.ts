import { DynamoDBClient, GetItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, put, route } from 'calix'
import { env, tableOf } from './config/env.ts'

const { RECEIPTS = `receipts-of-${env.STAGE}`, QUEUE_URL: queue } = process.env
const db = new DynamoDBClient()

export const app = calix(
  {},
  route(get('/orders/:id'), async ({ params }) => {
    const { Item } = await db.send(
      new GetItemCommand({ TableName: env.tables.orders, Key: { id: { S: params.id } } }),
    )
    return Item ?? null
  }),
  route(put('/orders/:id'), async ({ params }) => {
    // biome-ignore lint/style/noNonNullAssertion: the deployment sets it
    await db.send(
      new PutItemCommand({ TableName: process.env['TABLE_ORDERS']!, Item: { id: { S: params.id } } }),
    )
    await new SQSClient().send(new SendMessageCommand({ QueueUrl: queue, MessageBody: params.id }))
    return null
  }),
  route(get('/orders/:id/receipt'), async ({ params }) => {
    const { ETag } = await new S3Client().send(
      new GetObjectCommand({ Bucket: RECEIPTS, Key: `2024/${params.id}` }),
    )
    return ETag ?? null
  }),
  route(
    get('/audit'),
    async () => (await db.send(new ScanCommand({ TableName: tableOf('audit') }))).Count ?? 0,
  ),
  route(get('/flags'), async () => {
    const { Parameter } = await new SSMClient().send(
      new GetParameterCommand({ Name: '/' + String(env.STAGE).toUpperCase() + '/flags' }),
    )
    return Parameter?.Value ?? null
  }),
)
