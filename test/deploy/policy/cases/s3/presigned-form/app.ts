import { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { calix, post, route } from 'calix'

const client = new S3Client({})

const form = route(post('/forms/:user'), ({ params }) =>
  createPresignedPost(client, {
    Bucket: 'avatars',
    Key: `users/${params.user}/\${filename}`,
    Conditions: [['content-length-range', 0, 1_000_000]],
    Expires: 600,
  }),
)

export const app = calix({}, form)
