import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { partsOf, settings } from './settings/settings.ts'

const { region, tables, uploads } = settings
const dynamo = new DynamoDBClient({ region })
const s3 = new S3Client({ region })

export const session = (id: string) =>
  dynamo.send(new GetItemCommand({ TableName: tables.sessions, Key: { id: { S: id } } }))

export const keepCart = (id: string) =>
  dynamo.send(new PutItemCommand({ TableName: tables['carts'], Item: { id: { S: id } } }))

export const keepUpload = (name: string, Body: Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket: uploads.bucket, Key: uploads.prefix.concat(name), Body }))

const topic = process.env.ALERTS_TOPIC_ARN ?? ''
const { account, region: where, resource } = partsOf(topic)

export const alert = async (Message: string) => {
  await new SNSClient({ region: where ?? region }).send(new PublishCommand({ TopicArn: topic, Message }))
  const QueueUrl = `https://sqs.${where}.amazonaws.com/${account}/${resource}-log`
  await new SQSClient({ region: where ?? region }).send(
    new SendMessageCommand({ QueueUrl, MessageBody: Message }),
  )
}
