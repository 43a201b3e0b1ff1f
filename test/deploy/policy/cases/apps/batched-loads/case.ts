import type { Case } from '../../../harness/case.ts'

const products = 'arn:aws:dynamodb:*:*:table/catalogue-products'
const prices = 'arn:aws:dynamodb:*:*:table/catalogue-prices'

export default {
  about: 'loads that are collected and asked at the next tick, writes by table, at most some at a time',
  routes: {
    'GET /products': { requests: ['GET /products?id=a&id=b'], actions: ['dynamodb:BatchGetItem'] },
    'GET /offers/:id': { requests: ['GET /offers/a'], actions: ['dynamodb:BatchGetItem'] },
    'POST /imports': {
      requests: [
        [
          'POST /imports',
          [
            { id: 'a', kind: 'product', value: 'A' },
            { id: 'a', kind: 'price', value: '1' },
          ],
        ],
      ],
      actions: ['dynamodb:BatchWriteItem'],
    },
  },
  resources: {
    // What a batch has not done is of its own tables, and nothing in the source says so.
    'dynamodb:BatchGetItem': ['arn:aws:dynamodb:*:*:table/*', prices, products],
    'dynamodb:BatchWriteItem': [prices, products],
  },
  unresolved: [{ file: 'catalogue.ts', on: 'client.send(', says: 'RequestItems of BatchGetItem' }],
} satisfies Case
