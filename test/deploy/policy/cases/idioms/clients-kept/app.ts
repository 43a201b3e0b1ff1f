import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { calix, del, get, head, put, route } from 'calix'

const kept = new WeakMap<object, S3Client>()
const owner = {}
const clientOf = (of: object): S3Client => {
  let client = kept.get(of)
  if (client === undefined) {
    client = new S3Client()
    kept.set(of, client)
  }
  return client
}

const services = {
  made: undefined as S3Client | undefined,
  get s3(): S3Client {
    this.made ??= new S3Client()
    return this.made
  },
}

class Single {
  static #instance: Single | undefined
  readonly #client: S3Client
  private constructor(client: S3Client) {
    this.#client = client
  }
  static get instance(): Single {
    Single.#instance ??= new Single(new S3Client({ maxAttempts: 2 }))
    return Single.#instance
  }
  readonly remove = (Key: string) => this.#client.send(new DeleteObjectCommand({ Bucket: 'single-b', Key }))
}

const headOf = (() => {
  const client = new S3Client()
  return (Key: string) => client.send(new HeadObjectCommand({ Bucket: 'once-b', Key }))
})()

const maybe: { readonly s3?: S3Client } = process.env.NO_S3 === '1' ? {} : { s3: new S3Client() }

const { send, tags } = {
  send: <A>(run: (client: S3Client) => A): A => run(new S3Client()),
  tags: (Key: string) => new GetObjectTaggingCommand({ Bucket: 'tagged-b', Key }),
}

export const app = calix(
  {},
  route(put('/weak/:key'), async ({ params }) => {
    await clientOf(owner).send(new PutObjectCommand({ Bucket: 'weak-b', Key: params.key }))
    return null
  }),
  route(get('/got/:key'), async ({ params }) => {
    const { ETag } = await services.s3.send(new GetObjectCommand({ Bucket: 'got-b', Key: params.key }))
    return ETag ?? null
  }),
  route(del('/single/:key'), async ({ params }) => {
    await Single.instance.remove(params.key)
    return null
  }),
  route(head('/once/:key'), async ({ params }) => {
    await headOf(params.key)
    return null
  }),
  route(get('/maybe'), async () => {
    const page = await maybe?.s3?.send(new ListObjectsV2Command({ Bucket: 'maybe-b' }))
    return page?.KeyCount ?? 0
  }),
  route(get('/destructured/:key'), async ({ params }) => {
    const { TagSet = [] } = await send((client) => client.send(tags(params.key)))
    return TagSet.length
  }),
)
