import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a transaction whose items are pushed one by one',
  routes: {
    'POST /orders': {
      requests: ['POST /orders', 'POST /orders?coupon=a'],
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/orders'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/coupons'],
  },
} satisfies Case
