import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an abstract class: getters, super, a name that each subclass has of its own',
  routes: {
    'GET /orders/:id': { requests: ['GET /orders/1'], actions: ['dynamodb:GetItem'] },
    'POST /orders/:id/ship': { requests: ['POST /orders/1/ship'], actions: ['dynamodb:UpdateItem'] },
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/orders', 'arn:aws:dynamodb:*:*:table/users'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/orders'],
  },
} satisfies Case
