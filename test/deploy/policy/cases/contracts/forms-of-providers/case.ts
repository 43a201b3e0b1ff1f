import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a provider in each form: a record, an Either, a promise, a TaskEither, a task',
  routes: {
    'GET /greeting': { requests: ['GET /greeting'], actions: [] },
    'GET /pages': { requests: ['GET /pages?page=2', 'GET /pages?page=0'], actions: [] },
    'GET /flags': { requests: ['GET /flags'], actions: ['ssm:GetParameter'] },
    'GET /baskets/:id': { requests: ['GET /baskets/1'], actions: ['dynamodb:GetItem'] },
    'GET /visits': { requests: ['GET /visits'], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/basket-items', 'arn:aws:dynamodb:*:*:table/baskets'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/visits'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/flags/beta'],
  },
} satisfies Case
