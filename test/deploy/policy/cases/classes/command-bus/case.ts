import type { Case } from '../../../harness/case.ts'

export default {
  about: 'handlers that register on a bus by name',
  routes: {
    'POST /things/:id': { requests: ['POST /things/1'], actions: ['dynamodb:PutItem'] },
    'DELETE /things/:id': { requests: ['DELETE /things/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/bus'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/bus'],
  },
} satisfies Case
