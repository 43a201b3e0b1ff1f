import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { calix, del, get, post, put, route } from 'calix'

const s3 = new S3Client({})

type Step = (key: string) => Promise<unknown>

const compose =
  (...steps: ReadonlyArray<Step>): Step =>
  (key) =>
    steps.reduce<Promise<unknown>>((before, step) => before.then(() => step(key)), Promise.resolve())

const get_ =
  (Bucket: string): Step =>
  (Key) =>
    s3.send(new GetObjectCommand({ Bucket, Key }))
const put_ = (Bucket: string, Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: '' }))
const remove = function (this: { readonly bucket: string }, Key: string) {
  return s3.send(new DeleteObjectCommand({ Bucket: this.bucket, Key }))
}
const partial =
  <A, B, C>(f: (a: A, b: B) => C, a: A) =>
  (b: B): C =>
    f(a, b)
const flip =
  <A, B, C>(f: (a: A, b: B) => C) =>
  (b: B, a: A): C =>
    f(a, b)
const tap =
  (step: Step): Step =>
  async (key) => {
    await step(key)
    return key
  }
const hooks: { onCopy?: (key: string) => Promise<unknown>; never?: () => void } = {
  onCopy: (Key) =>
    s3.send(
      new CopyObjectCommand({ Bucket: 'copies', Key, CopySource: 'first/one', TaggingDirective: 'REPLACE' }),
    ),
}

const first = tap(compose(get_('first'), partial(put_, 'second')))
const drop = remove.bind({ bucket: 'third' })
const fourth = flip(put_)

export const app = calix(
  {},
  route(get('/a/:key'), ({ params }) => first(params.key)),
  route(del('/a/:key'), async ({ params }) => {
    await drop(params.key)
    return remove.call({ bucket: 'fifth' }, params.key).then(() => null)
  }),
  route(put('/a/:key'), async ({ params }) => void (await fourth(params.key, 'fourth'))),
  route(post('/a/:key'), async ({ params }) => {
    await hooks.onCopy?.(params.key)
    hooks.never?.()
    return null
  }),
)
