import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one generic function that sends every command',
  routes: {
    'GET /files/:name': { requests: ['GET /files/a'], actions: ['s3:GetObject'] },
    'GET /files': { requests: ['GET /files'], actions: ['s3:ListBucket'] },
    'PUT /files/:name': { requests: [['PUT /files/a', 1]], actions: ['dynamodb:GetItem', 's3:PutObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/quotas'],
    's3:GetObject': ['arn:aws:s3:::files/*'],
    's3:ListBucket': ['arn:aws:s3:::files'],
    's3:PutObject': ['arn:aws:s3:::files/*'],
  },
} satisfies Case
