import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const client = new DynamoDBClient({})
const s3 = new S3Client({})

export const app = calix(
  {},
  route(get('/tables/:table/:id'), async ({ params }) => {
    const Key = { id: { S: params.id } }
    return (await client.send(new GetItemCommand({ TableName: params.table, Key }))).Item ?? null
  }),
  route(get('/tenants/:tenant/:key'), async ({ params }) => {
    const Bucket = `tenant-${params.tenant}-files`
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `public/${params.key}` }))
    return Body?.transformToString()
  }),
)
