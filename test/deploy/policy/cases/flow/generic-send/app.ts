import { calix, get, put, route } from 'calix'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import { aws } from './aws.ts'

export const app = calix(
  {},
  route(get('/files/:name'), async ({ params }) => {
    const found = await aws.s3(new GetObjectCommand({ Bucket: 'files', Key: params.name }))
    return found.Body?.transformToString()
  }),
  route(
    get('/files'),
    async () => (await aws.s3(new ListObjectsV2Command({ Bucket: 'files' }))).Contents ?? [],
  ),
  route(put('/files/:name'), async ({ params, rawBody }) => {
    await aws.s3(new PutObjectCommand({ Bucket: 'files', Key: params.name, Body: rawBody }))
    return aws
      .dynamodb(new GetItemCommand({ TableName: 'quotas', Key: { id: { S: 'files' } } }))
      .then(() => null)
  }),
)
