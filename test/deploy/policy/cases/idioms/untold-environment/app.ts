import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const db = new DynamoDBClient()
const s3 = new S3Client()
const stage = process.env.STAGE

const countOf = async (TableName: string | undefined) =>
  (await db.send(new ScanCommand({ TableName }))).Count ?? 0

export const app = calix(
  {},
  route(get('/orders'), () => countOf(process.env.ORDERS_TABLE)),
  route(get('/carts'), () => countOf(`shop-${stage}-carts`)),
  route(get('/assets/:name'), async ({ params }) => {
    const { ETag } = await s3.send(
      new GetObjectCommand({ Bucket: process.env.ASSETS, Key: 'public/' + params.name }),
    )
    return ETag ?? null
  }),
)
