import type { Case } from '../../../harness/case.ts'

export default {
  about: 'inputs that are spread, one over the other',
  routes: {
    'POST /things/:id': { requests: ['POST /things/1'], actions: ['dynamodb:PutItem'] },
    'PUT /archive/:id': { requests: ['PUT /archive/1'], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/archive', 'arn:aws:dynamodb:*:*:table/things'],
  },
} satisfies Case
