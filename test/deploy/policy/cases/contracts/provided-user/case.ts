import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a provider of the user around two routes, and not around a third',
  routes: {
    'GET /me': { requests: ['GET /me'], actions: ['dynamodb:GetItem'] },
    'GET /me/orders': { requests: ['GET /me/orders'], actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
    'GET /health': { requests: ['GET /health'], actions: [] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/sessions'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/orders'],
  },
  answer: ({ operation }) =>
    operation === 'GetItem' ? { Item: { user: { S: 'ada' }, name: { S: 'Ada' } } } : { Items: [] },
} satisfies Case
