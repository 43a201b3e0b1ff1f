import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a provider that is told who calls, and answers with errors of its own',
  routes: {
    'GET /me': { requests: ['GET /me'], actions: ['dynamodb:GetItem'] },
    'PUT /me/settings': {
      requests: [['PUT /me/settings', { theme: 'dark' }]],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem'],
    },
  },
  authorizers: { keyed: { tokens: ['a'], actions: ['dynamodb:GetItem'] } },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/accounts', 'arn:aws:dynamodb:*:*:table/keys'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/settings'],
  },
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { owner: { S: 'ada' } } } : undefined),
} satisfies Case
