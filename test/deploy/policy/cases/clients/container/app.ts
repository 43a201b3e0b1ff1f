import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { calix, get, post, route } from 'calix'

const makeContainer = () => {
  const clients = { s3: new S3Client({}), tables: new DynamoDBClient({}), topics: new SNSClient({}) }
  return {
    ...clients,
    names: { bucket: 'assets', table: 'comments', topic: 'arn:aws:sns:eu-west-1:123456789012:comments' },
    get answer() {
      return 42
    },
  }
}
type Container = ReturnType<typeof makeContainer>

const withContainer =
  <A, B>(handler: (container: Container, request: A) => B) =>
  (request: A): B =>
    handler(container, request)

const container = makeContainer()

const asset = withContainer(async ({ names: { bucket }, s3 }: Container, key: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  return Body?.transformToString()
})

const comment = withContainer(async ({ names, tables, topics }: Container, text: string) => {
  await tables.send(new PutItemCommand({ TableName: names.table, Item: { text: { S: text } } }))
  await topics.send(new PublishCommand({ TopicArn: names.topic, Message: text }))
  return container.answer
})

export const app = calix(
  {},
  route(get('/assets/*path'), ({ params }) => asset(params.path)),
  route(post('/comments'), ({ body }) => comment(String(body))),
)
