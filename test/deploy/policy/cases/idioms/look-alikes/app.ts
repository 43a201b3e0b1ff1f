import { EventEmitter } from 'node:events'
import {
  DeleteTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'
import { DeleteBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import { calix, get, post, route } from 'calix'
import { Mailer, PutItemCommand, SQSClient } from './mine.ts'

const s3 = new S3Client()
const db = new DynamoDBClient()
const mailer = new Mailer()

const shapeOf = (command: PutObjectCommand): number => Object.keys(command.input).length
const inputs: ReadonlyArray<DeleteBucketCommand> = []

class Socket extends EventEmitter {
  send(message: object): boolean {
    return this.emit('sent', message)
  }
}

export const app = calix(
  {},
  route(post('/mails'), async () => {
    await mailer.send(new SendEmailCommand({ FromEmailAddress: 'a@example.com', Content: {} }))
    return null
  }),
  route(get('/mine'), async () => {
    await new SQSClient().send(new PutItemCommand({ TableName: 'mine' }))
    return null
  }),
  route(get('/shadow'), async () => {
    const read = (GetObjectCommand: new (input: { readonly Bucket: string }) => object) =>
      new GetObjectCommand({ Bucket: 'shadow' })
    read(class {})
    {
      const s3 = { send: async (_: unknown) => undefined }
      await s3.send(new DeleteBucketCommand({ Bucket: 'shadow' }))
    }
    await s3.send(new GetObjectCommand({ Bucket: 'genuine', Key: 'a' }))
    return null
  }),
  route(get('/types'), () => inputs.length),
  route(get('/constructed'), () => {
    const command = new PutObjectCommand({ Bucket: 'genuine', Key: 'never', Body: '' })
    return shapeOf(command)
  }),
  route(get('/instance'), async () => {
    try {
      await db.send(new GetItemCommand({ TableName: 'genuine', Key: {} }))
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error
    }
    return null
  }),
  route(get('/socket'), () => {
    const socket = new Socket()
    return socket.send(new DeleteTableCommand({ TableName: 'socket' }))
  }),
)
