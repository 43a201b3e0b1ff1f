import type { Case } from '../../../harness/case.ts'

export default {
  about: 'listeners that nobody waits for',
  routes: {
    'POST /orders/:id': { requests: ['POST /orders/1'], actions: ['dynamodb:PutItem', 'sns:Publish'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/firsts'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:orders'],
  },
} satisfies Case
