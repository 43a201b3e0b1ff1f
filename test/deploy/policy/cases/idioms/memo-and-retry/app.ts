import { AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena'
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, post, put, route } from 'calix'
import { breaker, debounced, limiter, memoize, withRetry, withTimeout } from './functions.ts'

const db = new DynamoDBClient()
const secrets = new SecretsManagerClient()
const TableName = 'retried'

const config = memoize(async (SecretId: string) => {
  const { SecretString = '{}' } = await secrets.send(new GetSecretValueCommand({ SecretId }))
  return JSON.parse(SecretString)
})

const retrying = withRetry({
  attempts: 3,
  isTransient: (error) => error instanceof Error && error.name === 'Throttling',
})
const save = retrying((id: string) => db.send(new PutItemCommand({ TableName, Item: { id: { S: id } } })))
const load = retrying((id: string) => db.send(new GetItemCommand({ TableName, Key: { id: { S: id } } })))

const limited = limiter(2)
const enqueue = debounced((records: ReadonlyArray<string>) =>
  new KinesisClient().send(
    new PutRecordsCommand({
      StreamName: 'batches',
      Records: records.map((each) => ({ Data: new TextEncoder().encode(each), PartitionKey: each })),
    }),
  ),
)

const guarded = breaker(
  () => new LambdaClient().send(new InvokeCommand({ FunctionName: 'fragile', Payload: new Uint8Array() })),
  (error) =>
    new SQSClient().send(
      new SendMessageCommand({
        QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/fragile-fallback',
        MessageBody: String(error),
      }),
    ),
)

export const app = calix(
  {},
  route(get('/config'), () => config('app/config')),
  route(put('/rows/:id'), async ({ params }) => {
    await save(params.id)
    return null
  }),
  route(get('/rows/:id'), async ({ params }) => (await load(params.id)).Item ?? null),
  route(get('/reports'), async () => {
    const { QueryExecutionId } = await withTimeout(5_000, (abortSignal) =>
      new AthenaClient().send(
        new StartQueryExecutionCommand({ QueryString: 'select 1', WorkGroup: 'reports' }),
        { abortSignal },
      ),
    )
    return QueryExecutionId ?? null
  }),
  route(post('/batches'), async () => {
    await limited(() => enqueue('a'))
    return null
  }),
  route(post('/breaker'), async () => {
    await guarded()
    return null
  }),
)
