import type { Case } from '../../../harness/case.ts'

export default {
  about: 'Either, Option, Record, Task and TaskOption; a table that a lookup chooses',
  routes: {
    'PUT /owners/:id': {
      requests: [['PUT /owners/1', 'ada']],
      actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
    },
    'GET /:kind/:id': {
      requests: ['GET /cats/1', 'GET /dogs/1', 'GET /cows/1'],
      actions: ['dynamodb:GetItem'],
    },
  },
  resources: {
    // What fp-ts hands on from one function to another is only decided when it runs: a record's lookup here.
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:dynamodb:*:*:table/owners'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/owners'],
  },
  unresolved: [{ file: 'app.ts', on: 'keyed(table, id)', says: 'TableName' }],
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { id: { S: '1' } } } : undefined),
} satisfies Case
