import type { Case } from '../../../harness/case.ts'

export default {
  about: 'batches over several tables, in chunks',
  routes: {
    'POST /quote': { requests: [['POST /quote', ['1']]], actions: ['dynamodb:BatchGetItem'] },
    'POST /products': { requests: [['POST /products', [{ id: '1' }]]], actions: ['dynamodb:BatchWriteItem'] },
  },
  resources: {
    'dynamodb:BatchGetItem': ['arn:aws:dynamodb:*:*:table/prices', 'arn:aws:dynamodb:*:*:table/products'],
    'dynamodb:BatchWriteItem': ['arn:aws:dynamodb:*:*:table/products'],
  },
} satisfies Case
