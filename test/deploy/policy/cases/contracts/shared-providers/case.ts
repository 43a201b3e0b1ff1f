import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one provider around several groups, and one that a function makes for a role',
  routes: {
    'GET /books/:shelf': { requests: ['GET /books/a'], actions: ['dynamodb:GetItem', 'dynamodb:Query'] },
    'GET /books': { requests: ['GET /books'], actions: ['dynamodb:GetItem'] },
    'PUT /loans/:book': {
      requests: [['PUT /loans/a', { card: '1' }]],
      actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'events:PutEvents'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/cards'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/books'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/loans'],
    'events:PutEvents': ['arn:aws:events:*:*:event-bus/staff-audit'],
  },
  answer: ({ operation }) =>
    operation === 'GetItem' ? { Item: { card: { S: '1' }, role: { S: 'staff' } } } : undefined,
} satisfies Case
