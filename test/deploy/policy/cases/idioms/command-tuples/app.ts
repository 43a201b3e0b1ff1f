import {
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, del, post, route } from 'calix'

const db = new DynamoDBClient({})
const key = (tenant: string) => ({ id: { S: tenant } })

const setup = (tenant: string) =>
  [
    [PutItemCommand, { TableName: 'tenants', Item: key(tenant) }],
    [UpdateItemCommand, { TableName: 'quotas', Key: key(tenant), UpdateExpression: 'SET #n = :zero' }],
  ] as const

const publish = () =>
  new SNSClient({}).send(
    new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:tenants', Message: 'new' }),
  )
const enqueue = () =>
  new SQSClient({}).send(
    new SendMessageCommand({
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/tenant-log',
      MessageBody: 'new',
    }),
  )
const steps: ReadonlyArray<readonly [name: string, run: () => Promise<unknown>]> = [
  ['publish', publish],
  ['enqueue', enqueue],
]

export const app = calix(
  {},
  route(post('/tenants/:tenant'), async ({ params }) => {
    for (const [Command, input] of setup(params.tenant)) {
      // Which input goes with which class is lost on the compiler.
      await db.send(
        new (Command as typeof PutItemCommand)(input as ConstructorParameters<typeof PutItemCommand>[0]),
      )
    }
    return null
  }),
  route(del('/tenants/:tenant'), async ({ params }) => {
    const tables = ['tenants', 'quotas'] as const
    await Promise.all(
      tables
        .map((TableName) => ({ TableName, Key: key(params.tenant) }))
        .map((input) => new DeleteItemCommand(input))
        .map((command) => db.send(command)),
    )
    return null
  }),
  route(post('/tenants/:tenant/notices'), async () => {
    const done: Record<string, boolean> = {}
    for (const [name, run] of steps) {
      await run()
      done[name] = true
    }
    return done
  }),
)
