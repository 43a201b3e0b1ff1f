import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names from variables whose values are told',
  routes: {
    'GET /rows/:id': { requests: ['GET /rows/1'], actions: ['dynamodb:GetItem'] },
    'PUT /uploads/:key': { requests: [['PUT /uploads/1', 1]], actions: ['s3:PutObject'] },
    'POST /jobs': { requests: ['POST /jobs'], actions: ['sqs:SendMessage'] },
  },
  environment: {
    ROWS_TABLE: 'rows-prod',
    UPLOAD_BUCKET: 'uploads-prod',
    STAGE: 'prod',
    JOBS_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/jobs-prod',
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/rows-prod'],
    's3:PutObject': ['arn:aws:s3:::uploads-prod/prod/*'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:jobs-prod'],
  },
} satisfies Case
