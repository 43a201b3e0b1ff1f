import type { S3Client } from '@aws-sdk/client-s3'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

export interface Environment {
  readonly documents: DynamoDBDocumentClient
  readonly objects: S3Client
  readonly names: { readonly bucket: string; readonly table: string }
}
