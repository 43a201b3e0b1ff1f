import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { calix, del, get, post, put, route } from 'calix'

const db = new DynamoDBClient()
const s3 = new S3Client()
const Item = { id: { S: '1' } }

const isNamed = (error: unknown, ...names: ReadonlyArray<string>): error is Error =>
  error instanceof Error && names.includes(error.name)

const firstOf = async <A>(...attempts: ReadonlyArray<() => Promise<A>>): Promise<A> => {
  const errors: Array<unknown> = []
  for (const attempt of attempts) {
    try {
      return await attempt()
    } catch (error) {
      errors.push(error)
    }
  }
  throw new AggregateError(errors)
}
const parameter = (Name: string) => () => new SSMClient().send(new GetParameterCommand({ Name }))

export const app = calix(
  {},
  route(get('/fallback'), () =>
    db
      .send(new GetItemCommand({ TableName: 'primary', Key: Item }))
      .then(({ Item }) => Item ?? null)
      .catch(() =>
        s3.send(new GetObjectCommand({ Bucket: 'fallback-copy', Key: '1' })).then(({ ETag }) => ETag ?? null),
      ),
  ),
  route(post('/ensure'), async () => {
    try {
      await db.send(new PutItemCommand({ TableName: 'ensured', Item }))
    } catch (error) {
      if (!isNamed(error, 'ResourceNotFoundException', 'TableNotFoundException')) throw error
      await db.send(new CreateTableCommand({ TableName: 'ensured', KeySchema: [], AttributeDefinitions: [] }))
    }
    return null
  }),
  route(put('/lock'), async () => {
    const put = db.send(
      new PutItemCommand({ TableName: 'locks', Item, ConditionExpression: 'attribute_not_exists(id)' }),
    )
    await put.then(
      () => 'new',
      (error: unknown) => {
        if (
          error instanceof ConditionalCheckFailedException ||
          isNamed(error, 'ConditionalCheckFailedException')
        )
          return db.send(new UpdateItemCommand({ TableName: 'locks', Key: Item }))
        throw error
      },
    )
    return null
  }),
  route(post('/dead-letter'), async () => {
    const results = await Promise.allSettled([
      new LambdaClient().send(new InvokeCommand({ FunctionName: 'worker' })),
    ])
    const failed = results.filter((result): result is PromiseRejectedResult => result.status === 'rejected')
    for (const { reason } of failed) {
      const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/dead'
      await new SQSClient().send(new SendMessageCommand({ QueueUrl, MessageBody: String(reason) }))
    }
    return failed.length
  }),
  route(get('/first'), async () => {
    const { Parameter } = await firstOf(parameter('/first/a'), parameter('/first/b'))
    return Parameter?.Value ?? null
  }),
  route(del('/rollback'), async () => {
    const undo: Array<() => Promise<unknown>> = []
    try {
      await db.send(new DeleteItemCommand({ TableName: 'rolled', Key: Item }))
      undo.unshift(() => db.send(new PutItemCommand({ TableName: 'rolled', Item })))
      await s3.send(new DeleteObjectCommand({ Bucket: 'rolled-files', Key: '1' }))
    } catch {
      for (const step of undo) await step()
    }
    return undo.length
  }),
)
