import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one handler for several methods and kinds, which asks the request',
  routes: {
    'GET /notes/:kind': {
      requests: ['GET /notes/text', 'GET /notes/file'],
      actions: ['dynamodb:GetItem', 's3:GetObject'],
    },
    'PUT /notes/:kind': {
      requests: ['PUT /notes/text', 'PUT /notes/file'],
      actions: ['dynamodb:PutItem', 's3:PutObject'],
    },
    'DELETE /notes/:kind': {
      requests: ['DELETE /notes/text', 'DELETE /notes/file'],
      actions: ['dynamodb:DeleteItem', 's3:DeleteObject'],
    },
    'GET /status': { requests: ['GET /status'], actions: ['dynamodb:DescribeTable'] },
    'POST /status': { requests: ['POST /status'], actions: ['dynamodb:UpdateItem'] },
    'GET /a': { requests: ['GET /a'], actions: ['sqs:ReceiveMessage'] },
    'GET /b': { requests: ['GET /b'], actions: ['sqs:PurgeQueue'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/notes'],
    'dynamodb:DescribeTable': ['arn:aws:dynamodb:*:*:table/notes'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/notes'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/notes'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/notes'],
    's3:DeleteObject': ['arn:aws:s3:::notes-files/current'],
    's3:GetObject': ['arn:aws:s3:::notes-files/current'],
    's3:PutObject': ['arn:aws:s3:::notes-files/current'],
    'sqs:PurgeQueue': ['arn:aws:sqs:eu-west-1:123456789012:notes'],
    'sqs:ReceiveMessage': ['arn:aws:sqs:eu-west-1:123456789012:notes'],
  },
} satisfies Case
