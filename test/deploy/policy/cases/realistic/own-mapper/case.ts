import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a mapper of entities: schemas, computed queries, transactions that a function builds',
  routes: {
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
    'GET /users': { requests: ['GET /users'], actions: ['dynamodb:Query'] },
    'GET /teams/:team': { requests: ['GET /teams/a'], actions: ['dynamodb:Query'] },
    'POST /users': { requests: [['POST /users', { id: '1' }]], actions: ['dynamodb:PutItem'] },
    'PUT /users/:id': {
      requests: ['PUT /users/1'],
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem'],
    },
  },
  environment: { MAPPED_TABLE: 'mapped-prod' },
  resources: {
    'dynamodb:ConditionCheckItem': ['arn:aws:dynamodb:*:*:table/mapped-prod'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/mapped-prod'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/audits', 'arn:aws:dynamodb:*:*:table/mapped-prod'],
    'dynamodb:Query': [
      'arn:aws:dynamodb:*:*:table/mapped-prod/index/gsi1',
      'arn:aws:dynamodb:*:*:table/mapped-prod/index/gsi2',
    ],
  },
} satisfies Case
