// @ts-nocheck The package is put into an installation when the case is read.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, S3 } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { calix, get, route } from 'calix'
import { captureClient, Tracer } from 'tracing-for-lambda'

const tracer = new Tracer({ service: 'shop' })
const documents = tracer.capture(DynamoDBDocumentClient.from(new DynamoDBClient({})))
const s3 = captureClient(new S3({}))

export const app = calix(
  {},
  route(get('/raffles/:id'), async ({ params }) => {
    const command = new GetCommand({ TableName: 'raffles', Key: { id: params.id } })
    const { Item } = await documents.send(command)
    return Item ?? null
  }),
  route(get('/files/:key'), async ({ params }) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'traced', Key: params.key }))
    return Body?.transformToString()
  }),
)
