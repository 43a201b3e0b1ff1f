import { AsyncLocalStorage } from 'node:async_hooks'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { PutRecordCommand, KinesisClient } from '@aws-sdk/client-kinesis'
import { calix, post, route } from 'calix'

const s3 = new S3Client({})
const lambda = new LambdaClient({})
const kinesis = new KinesisClient({})

const limit = (most: number) => {
  let running = 0
  const waiting: Array<() => void> = []
  const next = () => {
    running -= 1
    waiting.shift()?.()
  }
  return async <A>(task: () => Promise<A>): Promise<A> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
    return task().finally(next)
  }
}
const atMostTwo = limit(2)

const scope = new AsyncLocalStorage<{ readonly bucket: string }>()
const remember = (Key: string) =>
  s3.send(new PutObjectCommand({ Bucket: scope.getStore()?.bucket ?? 'no-scope', Key, Body: '' }))

export const app = calix(
  {},
  route(post('/all'), async ({ body }) => {
    const tasks: Array<() => Promise<unknown>> = []
    for (const Key of body as ReadonlyArray<string>)
      tasks.push(() => atMostTwo(() => s3.send(new GetObjectCommand({ Bucket: 'sources', Key }))))
    tasks.unshift(async () => lambda.send(new InvokeCommand({ FunctionName: 'warm' })))
    await Promise.all(tasks.map((task) => task()))
    return null
  }),
  route(post('/later'), () => {
    setImmediate(() => {
      void kinesis.send(
        new PutRecordCommand({ StreamName: 'later', PartitionKey: '1', Data: new Uint8Array() }),
      )
    })
    return null
  }),
  route(post('/scoped'), () => scope.run({ bucket: 'scoped' }, () => remember('a').then(() => null))),
)
