import type { Case } from '../../../harness/case.ts'

export default {
  about: 'streams and pipelines, chunks, and batches that are tried again',
  routes: {
    'POST /import': { requests: ['POST /import'], actions: ['dynamodb:BatchWriteItem', 's3:GetObject'] },
    'POST /transform': {
      requests: ['POST /transform'],
      actions: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
      notRun: { 's3:AbortMultipartUpload': 'a part has to fail for it' },
    },
    'GET /lines': { requests: ['GET /lines'], actions: ['s3:GetObject', 'sqs:SendMessage'] },
  },
  resources: {
    'dynamodb:BatchWriteItem': ['arn:aws:dynamodb:*:*:table/imported'],
    's3:AbortMultipartUpload': ['arn:aws:s3:::stream-out/copy'],
    's3:GetObject': ['arn:aws:s3:::stream-in/rows.jsonl'],
    's3:PutObject': ['arn:aws:s3:::stream-out/copy'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:lines'],
  },
} satisfies Case
