import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names in enums and in a namespace',
  routes: {
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
    'GET /orders/:id': { requests: ['GET /orders/1'], actions: ['dynamodb:GetItem'] },
    'GET /cover': { requests: ['GET /cover'], actions: ['s3:GetObject'] },
    'GET /pages/:n': { requests: ['GET /pages/1'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/orders-table', 'arn:aws:dynamodb:*:*:table/users-table'],
    's3:GetObject': ['arn:aws:s3:::media-bucket/cover.png', 'arn:aws:s3:::media-bucket/pages/*.png'],
  },
} satisfies Case
