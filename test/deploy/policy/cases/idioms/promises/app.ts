import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { AthenaClient, GetQueryResultsCommand } from '@aws-sdk/client-athena'
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { type GetParametersCommandOutput, GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, get, post, route } from 'calix'

const sns = new SNSClient()
const sqs = new SQSClient()
const ssm = new SSMClient()
const tenant = new AsyncLocalStorage<{ readonly name: string; readonly secrets: SecretsManagerClient }>()

const fromCache = () =>
  new DynamoDBClient().send(new GetItemCommand({ TableName: 'cached', Key: { id: { S: '1' } } }))
const fromOrigin = () =>
  new S3Client().send(new GetObjectCommand({ Bucket: 'origin-of-cache', Key: 'one.json' }))

const parameters = (
  names: Array<string>,
  done: (error: Error | null, output?: GetParametersCommandOutput) => void,
) => {
  ssm.send(new GetParametersCommand({ Names: names }), (error: unknown, output) =>
    error instanceof Error ? done(error) : done(null, output),
  )
}
const parametersAsync = promisify(parameters)

const secretOfTenant = async () => {
  const store = tenant.getStore()
  if (store === undefined) throw new Error('no tenant')
  const { SecretString } = await store.secrets.send(
    new GetSecretValueCommand({ SecretId: `tenant/${store.name}` }),
  )
  return SecretString ?? null
}

class Execution implements PromiseLike<string> {
  // biome-ignore lint/suspicious/noThenProperty: it is awaited
  then<A = string, B = never>(
    resolve?: ((status: string) => A | PromiseLike<A>) | null,
    reject?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return new SFNClient()
      .send(
        new DescribeExecutionCommand({
          executionArn: 'arn:aws:states:eu-west-1:123456789012:execution:machine:one',
        }),
      )
      .then(({ status = 'RUNNING' }) => String(status))
      .then(resolve, reject)
  }
}

export const app = calix(
  {},
  route(post('/chain'), async () => {
    const topics = ['first', 'second']
    await topics.reduce<Promise<unknown>>(
      (before, name) =>
        before.then(() =>
          sns.send(
            new PublishCommand({ TopicArn: `arn:aws:sns:eu-west-1:123456789012:${name}`, Message: name }),
          ),
        ),
      Promise.resolve(),
    )
    return null
  }),
  route(get('/race'), async () => {
    const winner = await Promise.race([fromCache(), fromOrigin(), sleep(1000)])
    return winner !== undefined
  }),
  route(get('/abort'), async () => {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), 500)
    try {
      const { ResultSet } = await new AthenaClient().send(
        new GetQueryResultsCommand({ QueryExecutionId: 'a' }),
        { abortSignal: controller.signal },
      )
      return ResultSet ?? null
    } finally {
      clearTimeout(timer)
    }
  }),
  route(post('/later'), () => {
    setTimeout(async () => {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/later',
          MessageBody: '1',
        }),
      )
    }, 0)
    return null
  }),
  route(get('/callback'), async () => {
    const output = await parametersAsync(['/a', '/b'])
    return output?.Parameters?.length ?? 0
  }),
  route(get('/context'), ({ query }) =>
    tenant.run({ name: query.tenant ?? 'none', secrets: new SecretsManagerClient() }, () => secretOfTenant()),
  ),
  route(get('/resolvers'), async () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    new CloudWatchClient()
      .send(new GetMetricDataCommand({ MetricDataQueries: [], StartTime: new Date(0), EndTime: new Date(1) }))
      .then((output) => resolve(output.MetricDataResults?.length ?? 0), reject)
    return promise
  }),
  route(get('/thenable'), async () => await new Execution()),
)
