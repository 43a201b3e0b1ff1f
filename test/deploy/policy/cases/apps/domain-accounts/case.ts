import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an aggregate, a repository behind an interface, an event store with an outbox and its relay',
  routes: {
    'PUT /accounts/:id': { requests: [['PUT /accounts/a', 'ada']], actions: ['dynamodb:PutItem'] },
    'GET /accounts/:id': { requests: ['GET /accounts/a'], actions: ['dynamodb:Query'] },
    'POST /accounts/:id/deposits': {
      requests: [['POST /accounts/a/deposits', { amount: 1 }]],
      actions: ['dynamodb:PutItem', 'dynamodb:Query'],
    },
    'POST /accounts/:id/withdrawals': {
      requests: [
        ['POST /accounts/a/withdrawals', { amount: 1 }],
        ['POST /accounts/a/withdrawals', { amount: 100 }],
      ],
      actions: ['dynamodb:PutItem', 'dynamodb:Query'],
    },
    'POST /internal/outbox/relay': {
      requests: ['POST /internal/outbox/relay'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:Scan', 'events:PutEvents'],
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/bank-outbox'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/bank-events', 'arn:aws:dynamodb:*:*:table/bank-outbox'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/bank-events'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/bank-outbox'],
    'events:PutEvents': ['arn:aws:events:*:*:event-bus/bank'],
  },
  answer: ({ operation }) => {
    if (operation === 'Query')
      return { Items: [{ data: { S: JSON.stringify({ type: 'Deposited', amount: 5 }) } }] }
    if (operation === 'Scan') return { Items: [{ id: { S: 'a:1' }, data: { S: '{}' } }] }
    return undefined
  },
} satisfies Case
