import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a generator of commands, and generators over generators',
  routes: {
    'POST /plans/:id': {
      requests: ['POST /plans/1', 'POST /plans/12'],
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    'POST /rows': { requests: [['POST /rows', 'a,b']], actions: ['dynamodb:BatchWriteItem'] },
  },
  resources: {
    'dynamodb:BatchWriteItem': ['arn:aws:dynamodb:*:*:table/rows'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/planned'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/counts'],
  },
} satisfies Case
