import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import type { Decision, Effect } from './effect.ts'

const tables = new DynamoDBClient({})
const files = new S3Client({})
const topics = new SNSClient({})

const perform = async (effect: Effect): Promise<void> => {
  switch (effect.kind) {
    case 'put-row': {
      const Item = Object.fromEntries(Object.entries(effect.row).map(([key, S]) => [key, { S }]))
      await tables.send(new PutItemCommand({ TableName: effect.table, Item }))
      return
    }
    case 'put-file': {
      const { bucket: Bucket, key: Key, text: Body } = effect
      await files.send(new PutObjectCommand({ Bucket, Key, Body }))
      return
    }
    case 'notify':
      await topics.send(new PublishCommand({ TopicArn: effect.topic, Message: effect.text }))
  }
}

export const interpret = async <A>({ answer, effects }: Decision<A>): Promise<A> => {
  for (const effect of effects) await perform(effect)
  return answer
}
