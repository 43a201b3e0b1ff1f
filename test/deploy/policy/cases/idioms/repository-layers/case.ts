import type { Case } from '../../../harness/case.ts'

export default {
  about: 'layers as in a service: config, clients, repositories, use cases, controllers, a table of routes',
  environment: { APP_ENV: 'staging' },
  routes: {
    'POST /v1/orders': {
      requests: [['POST /v1/orders', { sku: 'a' }]],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'events:PutEvents'],
    },
    'GET /v1/orders/:id': { requests: ['GET /v1/orders/1'], actions: ['dynamodb:GetItem'] },
    'GET /v1/orders': { requests: ['GET /v1/orders'], actions: ['dynamodb:Query'] },
    'DELETE /v1/orders/:id': {
      requests: ['DELETE /v1/orders/1'],
      actions: ['dynamodb:UpdateItem', 'events:PutEvents'],
    },
    'GET /v1/health': { requests: ['GET /v1/health'], actions: [] },
  },
  resources: {
    'dynamodb:GetItem': [
      'arn:aws:dynamodb:*:*:table/shop-staging-orders',
      'arn:aws:dynamodb:*:*:table/shop-staging-products',
    ],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/shop-staging-orders'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/shop-staging-orders/index/byCustomer'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/shop-staging-orders'],
    'events:PutEvents': ['arn:aws:events:*:*:event-bus/shop-staging'],
  },
} satisfies Case
