import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the default import of a CommonJS package, taken apart and not',
  routes: {
    'GET /users/:id': { requests: ['GET /users/7'], actions: ['dynamodb:GetItem'] },
  },
  resources: { 'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/users'] },
} satisfies Case
