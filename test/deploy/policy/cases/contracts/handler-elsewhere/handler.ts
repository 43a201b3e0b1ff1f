import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { lambda } from 'calix'
import { app } from './app.ts'

const { BUCKET = '', TABLE = '' } = process.env

export const handler = lambda(app, {
  documents: DynamoDBDocumentClient.from(new DynamoDBClient({})),
  objects: new S3Client({}),
  names: { bucket: BUCKET, table: TABLE },
})
