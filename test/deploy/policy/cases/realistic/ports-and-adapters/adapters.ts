import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

export interface Ports {
  readonly photos: { readonly url: (id: string, mode: 'read' | 'write') => Promise<string> }
  readonly index: {
    readonly find: (id: string) => Promise<unknown>
    readonly mark: (id: string, field: string, value: string) => Promise<void>
  }
  readonly events: { readonly publish: (text: string) => Promise<void> }
}

interface Names {
  readonly bucket: string
  readonly table: string
  readonly topic: string
}

const s3Photos = (Bucket: string): Ports['photos'] => {
  const client = new S3Client({})
  return {
    url: (id, mode) => {
      const object = { Bucket, Key: `${id}/original` }
      return mode === 'read'
        ? getSignedUrl(client, new GetObjectCommand(object))
        : getSignedUrl(client, new PutObjectCommand(object), { expiresIn: 60 })
    },
  }
}

class DynamoIndex {
  readonly #db = DynamoDBDocument.from(new DynamoDBClient({}))
  readonly #table: string
  constructor(table: string) {
    this.#table = table
  }
  find = async (id: string) => (await this.#db.get({ TableName: this.#table, Key: { id } })).Item ?? null
  mark = async (id: string, field: string, value: string): Promise<void> => {
    await this.#db.update({
      TableName: this.#table,
      Key: { id },
      UpdateExpression: 'SET #f = :v',
      ExpressionAttributeNames: { '#f': field },
      ExpressionAttributeValues: { ':v': value },
    })
  }
}

export const adapters = ({ bucket, table, topic }: Names): Ports => {
  const sns = new SNSClient({})
  return {
    photos: s3Photos(bucket),
    index: new DynamoIndex(table),
    events: {
      async publish(Message) {
        await sns.send(new PublishCommand({ TopicArn: topic, Message }))
      },
    },
  }
}
