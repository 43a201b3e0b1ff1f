import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an input that is filled in bit by bit',
  routes: {
    'GET /items': { requests: ['GET /items', 'GET /items?view=cheap&limit=3'], actions: ['dynamodb:Scan'] },
  },
  resources: {
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/items', 'arn:aws:dynamodb:*:*:table/items/index/by-price'],
  },
} satisfies Case
