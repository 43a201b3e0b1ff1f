import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, put, route } from 'calix'

class ObjectStore {
  readonly #client = new S3Client({})
  private readonly bucket = 'kept-objects'
  static readonly PREFIX = 'v1/'

  async read(key: string): Promise<string | undefined> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.bucket, Key: ObjectStore.PREFIX + key }),
    )
    return Body?.transformToString()
  }

  async write(key: string, body: Uint8Array | string): Promise<void> {
    await this.#put(key, body)
  }

  async #put(key: string, body: Uint8Array | string): Promise<void> {
    const Key = `${ObjectStore.PREFIX}${key}`
    await this.#client.send(new PutObjectCommand({ Bucket: this.bucket, Key, Body: body }))
  }
}

const store = new ObjectStore()

export const app = calix(
  {},
  route(get('/objects/:key'), ({ params }) => store.read(params.key)),
  route(put('/objects/:key'), ({ params, rawBody }) => store.write(params.key, rawBody ?? '')),
)
