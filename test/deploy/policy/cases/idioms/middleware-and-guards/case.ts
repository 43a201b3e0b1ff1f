import type { Case } from '../../../harness/case.ts'

export default {
  about: 'what middleware and wrappers of handlers call, around some routes and not others',
  routes: {
    'GET /public': { requests: ['GET /public'], actions: [] },
    'GET /private': {
      requests: ['GET /private'],
      actions: ['dynamodb:GetItem', 'secretsmanager:GetSecretValue'],
    },
    'POST /private': {
      requests: ['POST /private'],
      actions: ['dynamodb:PutItem', 'secretsmanager:GetSecretValue'],
    },
    'GET /audited': { requests: ['GET /audited'], actions: ['firehose:PutRecord', 's3:GetObject'] },
    'GET /failing': { requests: ['GET /failing'], actions: ['sns:Publish'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/private'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/private'],
    'firehose:PutRecord': ['arn:aws:firehose:*:*:deliverystream/audit'],
    's3:GetObject': ['arn:aws:s3:::audited/report'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:session-key-??????'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:alarms'],
  },
} satisfies Case
