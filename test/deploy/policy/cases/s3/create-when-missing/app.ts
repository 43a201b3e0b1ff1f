import {
  CreateBucketCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
  waitUntilBucketExists,
} from '@aws-sdk/client-s3'
import { calix, put, route } from 'calix'

const client = new S3Client({})
const BUCKET = 'journal'

const ensureBucket = async () => {
  try {
    await client.send(new HeadBucketCommand({ Bucket: BUCKET }))
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }))
    await waitUntilBucketExists({ client, maxWaitTime: 10, minDelay: 1 }, { Bucket: BUCKET }).catch(() => {})
  }
}

const isThere = (Key: string): Promise<boolean> =>
  client.send(new HeadObjectCommand({ Bucket: BUCKET, Key })).then(
    () => true,
    () => false,
  )

const write = route(put('/entries/:day'), async ({ params, rawBody }) => {
  await ensureBucket()
  const Key = `${params.day}.md`
  if (await isThere(Key)) return 'was there'
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: rawBody }))
  return 'written'
})

export const app = calix({}, write)
