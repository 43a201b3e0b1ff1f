import type { Case } from '../../../harness/case.ts'

export default {
  about: 'callbacks in callbacks in a new Promise',
  routes: {
    'GET /people/:id': { requests: ['GET /people/1'], actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/people'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/pets'],
  },
} satisfies Case
