import { S3Client } from './sdk.ts'

export const s3 = new S3Client({})
export const BUCKET = 'gallery'
