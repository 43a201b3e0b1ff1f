import { join } from 'node:path/posix'
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, post, route } from 'calix'
import { settings, stage } from './settings.ts'

const { bucket, queue, table } = settings
const pathOf = (...parts: ReadonlyArray<string>) => join('/', ...parts)

export const app = calix(
  {},
  route(get('/files'), async () => {
    const { KeyCount = 0 } = await new S3Client().send(new ListObjectsV2Command({ Bucket: bucket }))
    return KeyCount
  }),
  route(post('/jobs'), async () => {
    await new SQSClient().send(new SendMessageCommand({ QueueUrl: queue, MessageBody: '1' }))
    return null
  }),
  route(get('/rows'), async () => {
    const { Count = 0 } = await new DynamoDBClient().send(new QueryCommand({ TableName: table }))
    return Count
  }),
  route(get('/flag'), async () => {
    const { Parameter } = await new SSMClient().send(
      new GetParameterCommand({ Name: pathOf('acme', stage, 'flag') }),
    )
    return Parameter?.Value ?? null
  }),
)
