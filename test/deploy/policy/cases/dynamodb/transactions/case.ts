import type { Case } from '../../../harness/case.ts'

export default {
  about: 'transactions, item by item',
  routes: {
    'POST /transfers': {
      requests: [['POST /transfers', { from: 'a', to: 'b', amount: 1 }]],
      actions: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
    },
    'GET /balances/:a/:b': { requests: ['GET /balances/a/b'], actions: ['dynamodb:GetItem'] },
  },
  resources: {
    'dynamodb:ConditionCheckItem': ['arn:aws:dynamodb:*:*:table/sanctions'],
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/holds'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/accounts'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/transfers'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/accounts'],
  },
} satisfies Case
