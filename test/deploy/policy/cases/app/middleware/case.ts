import type { Case } from '../../../harness/case.ts'

export default {
  about: 'middleware on a route, on a group and on the app: before, after and onError',
  routes: {
    'GET /items/:id': {
      requests: ['GET /items/1'],
      actions: ['cloudwatch:PutMetricData', 'dynamodb:GetItem', 'ssm:GetParameter'],
    },
    'POST /items': {
      requests: ['POST /items'],
      actions: ['cloudwatch:PutMetricData', 'dynamodb:PutItem', 'sns:Publish', 'ssm:GetParameter'],
      fails: 'the table refuses, so that onError runs',
    },
    'GET /health': { requests: ['GET /health'], actions: ['cloudwatch:PutMetricData'] },
  },
  always: ['cloudwatch:PutMetricData'],
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/items'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/items'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:alarms'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/flags/closed'],
  },
  answer: ({ operation }) => {
    if (operation === 'PutItem') throw new Error('the table is full')
    return undefined
  },
} satisfies Case
