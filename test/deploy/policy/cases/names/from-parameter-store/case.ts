import type { Case } from '../../../harness/case.ts'

let asked = 0

export default {
  about: 'a name that another service keeps is decided only when it runs, and reported',
  routes: {
    'POST /orders': {
      requests: ['POST /orders', 'POST /orders'],
      actions: ['dynamodb:PutItem', 'ssm:GetParameter'],
    },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:dynamodb:*:*:table/orders'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/tables/orders'],
  },
  unresolved: [{ file: 'app.ts', on: 'client.send(', says: 'TableName' }],
  answer: ({ operation }) => {
    if (operation !== 'GetParameter') return undefined
    asked += 1
    return asked === 1 ? { Parameter: { Value: 'orders-7' } } : {}
  },
} satisfies Case
