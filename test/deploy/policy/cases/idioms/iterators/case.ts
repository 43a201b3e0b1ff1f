import type { Case } from '../../../harness/case.ts'

export default {
  about: 'iterators by hand, sync and async, in classes, spread, destructured and delegated to',
  routes: {
    'GET /class': { requests: ['GET /class'], actions: ['dynamodb:Scan'] },
    'GET /spread': { requests: ['GET /spread'], actions: ['sqs:ReceiveMessage'] },
    'GET /manual': { requests: ['GET /manual'], actions: ['dynamodb:Query'] },
    'POST /two-way': { requests: ['POST /two-way'], actions: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
    'GET /from-async': { requests: ['GET /from-async'], actions: ['s3:ListAllMyBuckets'] },
    'GET /unused': { requests: ['GET /unused'], actions: [] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/saga'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/saga'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/audit'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/audit'],
    's3:ListAllMyBuckets': ['*'],
    'sqs:ReceiveMessage': ['arn:aws:sqs:us-west-2:123456789012:tasks'],
  },
} satisfies Case
