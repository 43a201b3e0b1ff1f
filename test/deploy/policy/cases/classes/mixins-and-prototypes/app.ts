import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, put, route } from 'calix'

type Class<A = object> = new (...args: ReadonlyArray<never>) => A
interface HasClient {
  readonly client: S3Client
}

class Base implements HasClient {
  readonly client = new S3Client({})
}

// biome-ignore lint/suspicious/noExplicitAny: mixins take any arguments.
const Readable = <B extends new (...args: any[]) => HasClient>(Super: B) =>
  class extends Super {
    async read(Key: string) {
      const { Body } = await this.client.send(new GetObjectCommand({ Bucket: 'mixed', Key }))
      return Body?.transformToString()
    }
  }

class Store extends Readable(Base) {}

interface Old {
  write(key: string): Promise<unknown>
}
const Old = function (this: { client: S3Client }) {
  this.client = new S3Client({})
} as unknown as Class<Old> & { prototype: Old }
Old.prototype.write = function (this: HasClient, Key: string) {
  return this.client.send(new PutObjectCommand({ Bucket: 'old', Key, Body: '' }))
}

const store = new Store()
const old = new Old()

export const app = calix(
  {},
  route(get('/x/:key'), ({ params }) => store.read(params.key)),
  route(put('/x/:key'), async ({ params }) => {
    await old.write(params.key)
    return null
  }),
)
