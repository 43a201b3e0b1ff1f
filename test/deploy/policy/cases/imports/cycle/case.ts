import type { Case } from '../../../harness/case.ts'

export default {
  about: 'two files that import each other',
  routes: {
    'GET /users/:id/orders': { requests: ['GET /users/1/orders'], actions: ['dynamodb:Query'] },
    'GET /orders/:id/user': { requests: ['GET /orders/1/user'], actions: ['dynamodb:GetItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/users'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/orders'],
  },
} satisfies Case
