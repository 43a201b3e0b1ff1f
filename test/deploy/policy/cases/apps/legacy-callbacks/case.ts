import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'CommonJS of before classes: prototypes, inheritance by hand, arguments, callbacks, a waterfall of them',
  routes: {
    'GET /drafts/:id': { requests: ['GET /drafts/1'], actions: ['dynamodb:GetItem'] },
    'POST /drafts/:id/publication': {
      requests: ['POST /drafts/1/publication'],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 's3:PutObject'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/legacy-drafts'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/legacy-articles'],
    's3:PutObject': ['arn:aws:s3:::legacy-history/versions/*/*'],
  },
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { text: { S: 'a' } } } : undefined),
} satisfies Case
