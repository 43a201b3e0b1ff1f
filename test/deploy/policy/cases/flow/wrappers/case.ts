import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions around functions: retries, timing, a cache',
  routes: {
    'POST /log/:id': { requests: ['POST /log/1'], actions: ['dynamodb:PutItem'] },
    'GET /log/:kind': { requests: ['GET /log/a', 'GET /log/a'], actions: ['dynamodb:Query'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/log'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/log/index/kind'],
  },
} satisfies Case
