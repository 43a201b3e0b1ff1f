import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a method with a decorator that calls as well',
  routes: {
    'GET /books/:isbn': {
      requests: ['GET /books/1'],
      actions: ['cloudwatch:PutMetricData', 'dynamodb:GetItem'],
    },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/books'],
  },
} satisfies Case
