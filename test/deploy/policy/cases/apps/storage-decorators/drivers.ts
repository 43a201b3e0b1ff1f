import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { Storage } from './storage.ts'

class BucketStorage implements Storage {
  private readonly client = new S3Client({})
  private readonly bucket: string

  constructor(bucket: string) {
    this.bucket = bucket
  }

  async read(Key: string) {
    try {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }

  async write(Key: string, Body: Uint8Array) {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key, Body }))
  }
}

class TableStorage implements Storage {
  readonly #client = new DynamoDBClient({})
  readonly #table: string

  constructor(table: string) {
    this.#table = table
  }

  async read(key: string) {
    const input = { TableName: this.#table, Key: { key: { S: key } } }
    return (await this.#client.send(new GetItemCommand(input))).Item?.value?.B
  }

  async write(key: string, value: Uint8Array) {
    const Item = { key: { S: key }, value: { B: value } }
    await this.#client.send(new PutItemCommand({ TableName: this.#table, Item }))
  }
}

const DRIVERS = { s3: BucketStorage, dynamodb: TableStorage }

/** `s3://bucket` or `dynamodb://table` */
export const open = (url: string): Storage => {
  const [scheme = '', name = ''] = url.split('://')
  const Driver = DRIVERS[scheme as keyof typeof DRIVERS]
  if (!Driver) throw new Error(`No driver of ${scheme}`)
  return new Driver(name)
}
