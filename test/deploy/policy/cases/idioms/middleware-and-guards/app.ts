import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { FirehoseClient, PutRecordCommand } from '@aws-sdk/client-firehose'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { BadRequestError, calix, get, post, route, routes, use } from 'calix'
import { pipe } from 'fp-ts/function'

const db = new DynamoDBClient()

const session = (SecretId: string) => {
  const secrets = new SecretsManagerClient()
  let key: string | undefined
  return {
    before: async () => {
      key ??= (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString
    },
  }
}

const audit = {
  after: async (): Promise<void> => {
    const Data = new TextEncoder().encode('seen')
    await new FirehoseClient().send(new PutRecordCommand({ DeliveryStreamName: 'audit', Record: { Data } }))
  },
}

const alarmed =
  <A, B>(handler: (a: A) => Promise<B>) =>
  async (a: A): Promise<B | BadRequestError> => {
    try {
      return await handler(a)
    } catch (error) {
      const Message = error instanceof Error ? error.message : 'unknown'
      await new SNSClient().send(
        new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:alarms', Message }),
      )
      return new BadRequestError(Message)
    }
  }

const fails = alarmed(async () => {
  if (Date.now() > 0) throw new Error('always')
  return null
})

const guarded = pipe(
  routes(
    route(get('/private'), async () => {
      const { Item } = await db.send(new GetItemCommand({ TableName: 'private', Key: {} }))
      return Item ?? null
    }),
    route(post('/private'), async () => {
      await db.send(new PutItemCommand({ TableName: 'private', Item: {} }))
      return null
    }),
  ),
  use(session('session-key')),
)

const audited = pipe(
  route(get('/audited'), async () => {
    const { ETag } = await new S3Client().send(new GetObjectCommand({ Bucket: 'audited', Key: 'report' }))
    return ETag ?? null
  }),
  use(audit),
)

export const app = calix(
  {},
  route(get('/public'), () => 'hello'),
  guarded,
  audited,
  route(get('/failing'), fails),
)
