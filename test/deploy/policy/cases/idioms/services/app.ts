import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { EventBridge } from '@aws-sdk/client-eventbridge'
import { KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { InvokeCommand, Lambda, LambdaClient } from '@aws-sdk/client-lambda'
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { SFNClient, StartSyncExecutionCommand } from '@aws-sdk/client-sfn'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { calix, del, get, post, route } from 'calix'

const lambda = new LambdaClient({})
const sqs = new SQSClient({})
const sts = new STSClient({})
const QueueUrl = process.env.QUEUE
const ALERTS = 'arn:aws:sns:eu-west-1:123456789012:alerts' as const

const done = async (run: Promise<unknown>) => {
  await run
  return null
}

const clientOf = async (account: string) => {
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/reader`, RoleSessionName: 'app' }),
  )
  if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined)
    throw new Error('no credentials')
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = given
  return new S3Client({ credentials: { accessKeyId, secretAccessKey } })
}

export const app = calix(
  {},
  route(post('/invoke/name'), () => done(lambda.send(new InvokeCommand({ FunctionName: 'thumbnails' })))),
  route(post('/invoke/arn'), () =>
    done(new Lambda().invoke({ FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:invoices' })),
  ),
  route(post('/invoke/alias'), () =>
    done(lambda.send(new InvokeCommand({ FunctionName: process.env.FUNCTION }))),
  ),
  route(post('/queue'), () =>
    done(sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: '1', MessageGroupId: 'a' }))),
  ),
  route(del('/queue'), async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }))
    const handles = Messages.map(({ ReceiptHandle }) => ReceiptHandle)
    await Promise.allSettled(
      [...handles, 'last'].map((ReceiptHandle) =>
        sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })),
      ),
    )
    return handles.length
  }),
  route(post('/topic'), () =>
    done(new SNSClient().send(new PublishCommand({ TopicArn: ALERTS, Message: 'x' }))),
  ),
  route(post('/event'), () =>
    done(
      new EventBridge().putEvents({
        Entries: [
          { Source: 'a', DetailType: 'b', Detail: '{}' },
          { Source: 'a', DetailType: 'c', Detail: '{}', EventBusName: 'orders' },
        ],
      }),
    ),
  ),
  route(post('/machine'), () =>
    done(
      new SFNClient().send(
        new StartSyncExecutionCommand({
          stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:express',
        }),
      ),
    ),
  ),
  route(get('/parameters'), async () => {
    const { Parameters = [] } = await new SSMClient().send(
      new GetParametersByPathCommand({ Path: '/app/prod/', Recursive: true, WithDecryption: true }),
    )
    return Object.fromEntries(Parameters.map(({ Name, Value }) => [Name, Value]))
  }),
  route(post('/sign'), ({ rawBody }) =>
    done(
      new KMSClient().send(
        new SignCommand({ KeyId: 'alias/tokens', Message: rawBody, SigningAlgorithm: 'RSASSA_PSS_SHA_256' }),
      ),
    ),
  ),
  route(post('/chat'), async () => {
    const { output } = await new BedrockRuntimeClient().send(
      new ConverseCommand({
        modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
        messages: [{ role: 'user', content: [{ text: 'hello' }] }],
      }),
    )
    return output?.message?.content?.[0]?.text ?? null
  }),
  route(get('/other'), async () => {
    const s3 = await clientOf('999988887777')
    const { KeyCount = 0 } = await s3.send(new ListObjectsV2Command({ Bucket: 'others-bucket' }))
    return KeyCount
  }),
  route(get('/me'), async () => (await sts.send(new GetCallerIdentityCommand())).Account ?? null),
  route(post('/mail'), () =>
    done(
      new SESv2Client().send(
        new SendEmailCommand({
          FromEmailAddress: 'shop@example.com',
          Destination: { ToAddresses: ['a@example.org'] },
          Content: {},
        }),
      ),
    ),
  ),
)
