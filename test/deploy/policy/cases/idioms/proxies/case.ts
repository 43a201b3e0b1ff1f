import type { Case } from '../../../harness/case.ts'

export default {
  about: 'proxies around clients, services made of traps, and methods by name',
  routes: {
    'GET /traced': { requests: ['GET /traced'], actions: ['dynamodb:GetItem'] },
    'PUT /service': { requests: ['PUT /service'], actions: ['s3:PutObject'] },
    'GET /named': { requests: ['GET /named'], actions: ['ssm:GetParameter'] },
    'GET /lazy': { requests: ['GET /lazy'], actions: ['sqs:ReceiveMessage'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/traced'],
    's3:PutObject': ['arn:aws:s3:::serviced/one'],
    'sqs:ReceiveMessage': ['arn:aws:sqs:eu-west-1:123456789012:lazy'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/named'],
  },
} satisfies Case
