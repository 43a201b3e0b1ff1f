import * as Storage from '@aws-sdk/client-s3'
import { type GetObjectCommandInput, PutObjectCommand as Put, S3Client as Store } from '@aws-sdk/client-s3'
import type { SendMessageCommandInput } from '@aws-sdk/client-sqs'
import { calix, del, get, post, put, route } from 'calix'

const store = new Store()
const { DeleteObjectCommand: Delete } = Storage
const bucket = 'acme-documents'
const keyOf = (id: string) => `docs/${id}`

const lazySqs = async () => {
  const { SQSClient, ...sqs } = await import('@aws-sdk/client-sqs')
  return { client: new SQSClient({}), sqs }
}

const announce = async (id: string) => {
  const { client, sqs } = await lazySqs()
  const input: SendMessageCommandInput = {
    QueueUrl: 'https://sqs.eu-central-1.amazonaws.com/123456789012/document-events',
    MessageBody: id,
  }
  await client.send(new sqs.SendMessageCommand(input))
}

const meta = (id: string) =>
  import('@aws-sdk/client-dynamodb').then(({ DynamoDBClient: Db, GetItemCommand: Get }) =>
    new Db().send(new Get({ TableName: 'document-meta', Key: { id: { S: id } } })),
  )

export const app = calix(
  {},
  route(put('/documents/:id'), async ({ params }) => {
    await store.send(new Put({ Bucket: bucket, Key: keyOf(params.id), Body: 'x' }))
    return null
  }),
  route(get('/documents/:id'), async ({ params }) => {
    const input: GetObjectCommandInput = { Bucket: bucket, Key: keyOf(params.id) }
    const { Body } = await store.send(new Storage.GetObjectCommand(input))
    return Body?.transformToString()
  }),
  route(del('/documents/:id'), async ({ params }) => {
    await store.send(new Delete({ Bucket: bucket, Key: keyOf(params.id) }))
    return null
  }),
  route(post('/documents/:id/events'), async ({ params }) => {
    await announce(params.id)
    return null
  }),
  route(get('/documents/:id/meta'), async ({ params }) => (await meta(params.id)).Item ?? null),
)
