import type { Case } from '../../../harness/case.ts'

export default {
  about: 'controllers, services and repositories by parameter properties; bound methods as handlers',
  routes: {
    'GET /things/:id': { requests: ['GET /things/1'], actions: ['dynamodb:GetItem'] },
    'POST /things': { requests: [['POST /things', '1']], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/injected'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/defaults'],
  },
} satisfies Case
