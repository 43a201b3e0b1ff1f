import type { Case } from '../../../harness/case.ts'

export default {
  about: 'listeners, buses, hooks and queues of functions inside the process',
  routes: {
    'POST /signups': {
      requests: ['POST /signups'],
      actions: ['dynamodb:PutItem', 'ses:SendEmail', 'sns:Publish'],
    },
    'POST /cancellations': { requests: ['POST /cancellations'], actions: ['dynamodb:DeleteItem'] },
    'POST /tasks': { requests: ['POST /tasks'], actions: ['sqs:SendMessage'] },
    'GET /once': { requests: ['GET /once'], actions: ['ssm:GetParameter'] },
    'GET /target': { requests: ['GET /target'], actions: ['firehose:PutRecord'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/members'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/members'],
    'firehose:PutRecord': ['arn:aws:firehose:*:*:deliverystream/clicks'],
    'ses:SendEmail': ['arn:aws:ses:*:*:identity/club.example', 'arn:aws:ses:*:*:identity/hello@club.example'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:members'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:tasks-of-club'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/club/greeting'],
  },
} satisfies Case
