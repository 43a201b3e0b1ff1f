import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the document client with a method for each operation',
  routes: {
    'GET /carts/:id': { requests: ['GET /carts/1'], actions: ['dynamodb:GetItem'] },
    'PUT /carts/:id': {
      requests: [['PUT /carts/1', []]],
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/carts'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/carts'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/customers'],
  },
} satisfies Case
