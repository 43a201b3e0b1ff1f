import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'handlers, services with fields, repositories, and a configuration that is required of the environment',
  environment: {
    ORDERS_TABLE: 'orders-live',
    ORDER_EVENTS_TOPIC: 'arn:aws:sns:eu-central-1:210987654321:order-events',
    INVOICE_BUCKET: 'acme-invoices',
  },
  routes: {
    'GET /health': { requests: ['GET /health'], actions: [] },
    'GET /orders/:id': { requests: ['GET /orders/1'], actions: ['dynamodb:GetItem'] },
    'GET /customers/:id/orders': { requests: ['GET /customers/1/orders'], actions: ['dynamodb:Query'] },
    'POST /orders': {
      requests: [['POST /orders', { customerId: 'c', total: 3 }]],
      actions: ['dynamodb:PutItem', 'sns:Publish'],
    },
    'POST /orders/:id/payment': {
      requests: ['POST /orders/1/payment'],
      actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem', 's3:PutObject', 'sns:Publish'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/orders-live'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/orders-live'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/orders-live/index/by-customer'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/orders-live'],
    's3:PutObject': ['arn:aws:s3:::acme-invoices/invoices/*.txt'],
    'sns:Publish': ['arn:aws:sns:eu-central-1:210987654321:order-events'],
  },
  unresolved: [{ file: 'repositories/order-repository.ts', on: 'documents.send(', says: 'CUSTOMER_INDEX' }],
  answer: ({ operation }) =>
    operation === 'GetItem' ? { Item: { id: { S: '1' }, total: { N: '3' } } } : undefined,
} satisfies Case
