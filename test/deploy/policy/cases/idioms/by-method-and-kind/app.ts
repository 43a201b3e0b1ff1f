import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PurgeQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { calix, get, MethodNotAllowedError, methods, NotFoundError, route } from 'calix'

const db = new DynamoDBClient()
const s3 = new S3Client()
const sqs = new SQSClient()

const TableName = 'notes'
const Key = { id: { S: 'current' } }
const object = { Bucket: 'notes-files', Key: 'current' }
const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/notes'

const text = (method: string): Promise<unknown> => {
  if (method === 'GET') return db.send(new GetItemCommand({ TableName, Key }))
  if (method === 'PUT') return db.send(new PutItemCommand({ TableName, Item: Key }))
  return db.send(new DeleteItemCommand({ TableName, Key }))
}

const file = (method: string): Promise<unknown> => {
  switch (method) {
    case 'GET':
      return s3.send(new GetObjectCommand(object))
    case 'PUT':
      return s3.send(new PutObjectCommand({ ...object, Body: '' }))
    default:
      return s3.send(new DeleteObjectCommand(object))
  }
}

const queue = async (mode: 'read' | 'clear', options: { readonly wait?: number } = {}) => {
  switch (mode) {
    case 'clear':
      return sqs.send(new PurgeQueueCommand({ QueueUrl }))
    case 'read':
      return sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: options.wait ?? 1 }))
  }
}

export const app = calix(
  {},
  route(methods(['GET', 'PUT', 'DELETE'], '/notes/:kind'), async (request) => {
    switch (request.params.kind) {
      case 'text':
        await text(request.method)
        return null
      case 'file': {
        await file(request.method)
        return null
      }
      default:
        return new NotFoundError(request.params.kind)
    }
  }),
  route(methods(['GET', 'POST'], '/status'), async ({ method }) => {
    const table: Record<string, () => Promise<unknown>> = {
      GET: () => db.send(new DescribeTableCommand({ TableName })),
      POST: () => db.send(new UpdateItemCommand({ TableName, Key })),
    }
    const run = table[method]
    if (run === undefined) throw new MethodNotAllowedError(method)
    await run()
    return null
  }),
  route(get('/a'), async () => {
    await queue('read', { wait: 5 })
    return null
  }),
  route(get('/b'), async () => {
    await queue('clear')
    return null
  }),
)
