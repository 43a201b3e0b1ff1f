import type { Case } from '../../../harness/case.ts'

export default {
  about: 'subclasses that fill in a method, with statics read through the constructor',
  routes: {
    'GET /all': { requests: ['GET /all'], actions: ['dynamodb:Scan'] },
    'GET /counted': { requests: ['GET /counted'], actions: ['dynamodb:Scan'] },
    'GET /recent': { requests: ['GET /recent'], actions: ['dynamodb:Query'] },
  },
  resources: {
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/reports/index/recent'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/counted-reports', 'arn:aws:dynamodb:*:*:table/reports'],
  },
} satisfies Case
