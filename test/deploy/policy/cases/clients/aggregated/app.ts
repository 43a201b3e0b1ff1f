import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { S3 } from '@aws-sdk/client-s3'
import * as lambda from '@aws-sdk/client-lambda'
import { calix, get, post, put, route } from 'calix'

const s3 = new S3({})
const dynamodb = new DynamoDB()

const upload = route(put('/files/:name'), async ({ params, rawBody }) => {
  await s3.putObject({ Bucket: 'files', Key: params.name, Body: rawBody })
  const { TableName } = { TableName: 'file-index' }
  await dynamodb.putItem({ TableName, Item: { name: { S: params.name } } })
  return null
})

const list = route(get('/files'), async () => {
  const { Contents } = await s3.listObjectsV2({ Bucket: 'files' })
  return Contents ?? []
})

const scan = route(post('/scan'), async () => {
  const { invoke: _ } = lambda.Lambda.prototype
  await new lambda.Lambda({}).invoke({ FunctionName: 'virus-scan', InvocationType: 'Event' })
  return 'started'
})

export const app = calix({}, upload, list, scan)
