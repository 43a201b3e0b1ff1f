import type { Case } from '../../../harness/case.ts'

export default {
  about: 'paginators of the client and of lib-dynamodb, a generator over one, and a waiter',
  routes: {
    'GET /measures': { requests: ['GET /measures'], actions: ['dynamodb:Scan'] },
    'GET /sensors/:id/measures': { requests: ['GET /sensors/1/measures'], actions: ['dynamodb:Query'] },
    'GET /ready': { requests: ['GET /ready'], actions: ['dynamodb:DescribeTable'] },
  },
  resources: {
    'dynamodb:DescribeTable': ['arn:aws:dynamodb:*:*:table/measures'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/measures'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/measures'],
  },
  answer: ({ operation }) =>
    operation === 'DescribeTable' ? { Table: { TableStatus: 'ACTIVE' } } : undefined,
} satisfies Case
