import type { Case } from '../../../harness/case.ts'

export default {
  about: 'writes as data, turned into a transaction; consumers by the name of an event',
  routes: {
    'POST /orders': { requests: ['POST /orders'], actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    'POST /stock': { requests: ['POST /stock'], actions: ['dynamodb:UpdateItem'] },
    'POST /webhooks/:event': {
      requests: [
        ['POST /webhooks/order.placed', 1],
        ['POST /webhooks/order.paid', 1],
      ],
      actions: ['lambda:InvokeFunction', 'sns:Publish'],
    },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/orders', 'arn:aws:dynamodb:*:*:table/outbox'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/stock'],
    'lambda:InvokeFunction': [
      'arn:aws:lambda:*:*:function:index-order',
      'arn:aws:lambda:*:*:function:ship-order',
    ],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:placed'],
  },
} satisfies Case
