import { DeleteBucketCommand, GetObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'
import { keep } from './storage.ts'

const s3 = new S3Client({})

// s3.send(new DeleteObjectCommand({ Bucket: 'b', Key: 'k' })) is what this used to do.
const HINT = "s3.send(new PutObjectCommand({ Bucket: 'b' }))"

/** Nobody calls it. */
export const emptyBucket = () => s3.send(new DeleteBucketCommand({ Bucket: 'b' }))

const tools = {
  list: () => s3.send(new ListBucketsCommand({})),
  read: async (Key: string) =>
    (await s3.send(new GetObjectCommand({ Bucket: 'b', Key }))).Body?.transformToString(),
}

const unsent = new DeleteBucketCommand({ Bucket: 'b' })

export const app = calix(
  {},
  route(get('/hint'), () => ({ hint: HINT, unsent: unsent.input, keep: keep.length })),
  route(get('/k'), () => tools.read('k')),
)
