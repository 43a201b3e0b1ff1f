import type { Case } from '../../../harness/case.ts'

export default {
  about: 'handlers that take their dependencies first',
  routes: {
    'GET /orders/:id': { requests: ['GET /orders/1'], actions: ['dynamodb:GetItem'] },
    'POST /orders': { requests: [['POST /orders', 'tea']], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/orders-live'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/orders-live'],
  },
} satisfies Case
