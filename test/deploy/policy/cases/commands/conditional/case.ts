import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one or the other, by a conditional; an index',
  routes: {
    'GET /articles': {
      requests: ['GET /articles', 'GET /articles?author=ada'],
      actions: ['dynamodb:Query', 'dynamodb:Scan'],
    },
  },
  resources: {
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/articles/index/by-author'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/articles'],
  },
} satisfies Case
