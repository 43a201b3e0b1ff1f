import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, route } from 'calix'

class Registry {
  static ready: Promise<unknown>
  static readonly bucket = new S3Client({}).send(new HeadBucketCommand({ Bucket: 'registry' }))
  static {
    Registry.ready = new DynamoDBClient({}).send(new DescribeTableCommand({ TableName: 'registry' }))
  }
}

const region = await (async () => {
  const { Parameter } = await new SSMClient({}).send(new GetParameterCommand({ Name: 'region' }))
  return Parameter?.Value
})()

export const app = calix(
  {},
  route(get('/'), async () => {
    await Promise.all([Registry.ready, Registry.bucket])
    return region ?? null
  }),
)
