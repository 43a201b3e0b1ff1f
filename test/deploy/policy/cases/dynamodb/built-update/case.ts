import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an update that is built from what the caller sends',
  routes: {
    'PATCH /payments/:id': { requests: [['PATCH /payments/1', { a: 1 }]], actions: ['dynamodb:UpdateItem'] },
    'PUT /payments/:id': { requests: [['PUT /payments/1', { a: 1 }]], actions: ['dynamodb:PutItem'] },
  },
  environment: { TABLE_NAME: 'payments-7' },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/payments-7'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/payments-7'],
  },
} satisfies Case
