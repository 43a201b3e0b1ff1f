export { GetObjectCommand as Get, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
