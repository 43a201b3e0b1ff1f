import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'constructors that are functions, prototypes, Object.create, a self-made promise chain, var and hoisting',
  routes: {
    'GET /store/:id': { requests: ['GET /store/1'], actions: ['dynamodb:GetItem'] },
    'PUT /store/:id': { requests: ['PUT /store/1'], actions: ['dynamodb:PutItem'] },
    'GET /created': { requests: ['GET /created'], actions: ['s3:ListBucket'] },
    'GET /callback': { requests: ['GET /callback'], actions: ['sqs:GetQueueUrl'] },
    'GET /hoisted': { requests: ['GET /hoisted'], actions: ['sns:ListTopics'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/old-store'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/old-store'],
    's3:ListBucket': ['arn:aws:s3:::old-bucket'],
    'sns:ListTopics': ['*'],
    'sqs:GetQueueUrl': ['arn:aws:sqs:*:*:old-queue'],
  },
} satisfies Case
