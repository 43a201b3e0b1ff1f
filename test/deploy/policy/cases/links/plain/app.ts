// @ts-nocheck SST generates the types of links when it deploys, and nothing is deployed here.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, post, route } from 'calix'
import { Resource } from 'sst'
import { Resource as Linked } from 'sst/resource'

const bucketName = Resource.CaseMedia.name

export const app = calix(
  {},
  route(get('/media/:key'), async ({ params }) => {
    const { Body } = await new S3Client({}).send(
      new GetObjectCommand({ Bucket: bucketName, Key: params.key }),
    )
    return Body?.transformToString()
  }),
  route(post('/news'), async () => {
    await new SNSClient({}).send(new PublishCommand({ TopicArn: Linked['CaseNews'].arn, Message: 'new' }))
    return null
  }),
)
