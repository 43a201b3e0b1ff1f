import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, post, put, route } from 'calix'
import { environment, required } from './environment.ts'

const { UPLOAD_BUCKET = 'never', STAGE } = process.env

export const app = calix(
  {},
  route(get('/rows/:id'), async ({ params }) => {
    const { Item } = await new DynamoDBClient({}).send(
      new GetItemCommand({ TableName: required('ROWS_TABLE'), Key: { id: { S: params.id } } }),
    )
    return Item ?? null
  }),
  route(put('/uploads/:key'), async ({ params, rawBody }) => {
    const Key = `${STAGE}/${params.key}`
    await new S3Client({}).send(new PutObjectCommand({ Bucket: UPLOAD_BUCKET, Key, Body: rawBody }))
    return null
  }),
  route(post('/jobs'), async () => {
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl: environment.queue, MessageBody: 'go' }))
    return null
  }),
)
