import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { builtWith, tenant } from './registry.ts'

const s3 = new S3Client({})
const sqs = new SQSClient({})
const dynamo = new DynamoDBClient({})

export const keep = async (id: string, text: string) => {
  const { bucket } = await tenant(id)
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'inbox/latest.txt', Body: text }))
  return null
}

export const ask = async (id: string, text: string) => {
  const { queue } = await tenant(id)
  await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: text }))
  return null
}

export const log = async (text: string) => {
  const { logTable } = builtWith()
  await dynamo.send(new PutItemCommand({ TableName: logTable, Item: { id: { S: text } } }))
  return null
}
