import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, post, put, route } from 'calix'
import { Resource } from 'sst'
import { linked } from './linked.ts'

const s3 = new S3Client({})

export const app = calix(
  {},
  route(put('/photos/:key'), async ({ params, rawBody }) => {
    const Key = `originals/${params.key}`
    await s3.send(new PutObjectCommand({ Bucket: linked(Resource).CasePhotos.name, Key, Body: rawBody }))
    return null
  }),
  route(post('/rows'), async () => {
    const { CaseRows } = linked(Resource)
    await new DynamoDBClient({}).send(
      new PutItemCommand({ TableName: CaseRows.name, Item: { id: { S: '1' } } }),
    )
    return null
  }),
  route(post('/jobs'), async () => {
    const { url: QueueUrl } = linked(Resource).CaseJobs
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl, MessageBody: 'go' }))
    return null
  }),
)
