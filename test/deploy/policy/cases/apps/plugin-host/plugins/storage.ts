import { GetObjectCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { get, route } from 'calix'
import { definePlugin } from '../host.ts'

const s3 = new S3Client({})
const Bucket = 'plugin-assets'

export default definePlugin({
  name: 'storage',
  check: () => s3.send(new HeadBucketCommand({ Bucket })),
  routes: ({ prefix }) => [
    route(get('/assets/:name'), async ({ params }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `${prefix}/${params.name}` }))
      return Body?.transformToString()
    }),
  ],
})
