import type { Case } from '../../../harness/case.ts'

export default {
  about: 'variables of the environment, taken out in every way, told and defaulted',
  environment: {
    STAGE: 'prod',
    TABLE_ORDERS: 'orders-prod',
    QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders-prod',
  },
  routes: {
    'GET /orders/:id': { requests: ['GET /orders/1'], actions: ['dynamodb:GetItem'] },
    'PUT /orders/:id': { requests: ['PUT /orders/1'], actions: ['dynamodb:PutItem', 'sqs:SendMessage'] },
    'GET /orders/:id/receipt': { requests: ['GET /orders/1/receipt'], actions: ['s3:GetObject'] },
    'GET /audit': { requests: ['GET /audit'], actions: ['dynamodb:Scan'] },
    'GET /flags': { requests: ['GET /flags'], actions: ['ssm:GetParameter'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/orders-prod'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/orders-prod'],
    // What becomes of a default that is rewritten is not worked out.
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/*-prod-audit'],
    's3:GetObject': ['arn:aws:s3:::receipts-of-prod/2024/*'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:orders-prod'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/PROD/flags'],
  },
  unresolved: [{ file: 'app.ts', on: 'S3Client().send', says: 'RECEIPTS' }],
} satisfies Case
