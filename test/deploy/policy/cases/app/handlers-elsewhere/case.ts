import type { Case } from '../../../harness/case.ts'

export default {
  about: 'routes and handlers in files of their own; the default bus',
  routes: {
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
    'PATCH /users/:id': { requests: ['PATCH /users/1'], actions: ['dynamodb:UpdateItem'] },
    'POST /orders': { requests: [['POST /orders', 1]], actions: ['events:PutEvents'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/users'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/users'],
    'events:PutEvents': ['arn:aws:events:*:*:event-bus/default'],
  },
} satisfies Case
