import type { Case } from '../../../harness/case.ts'

export default {
  about: 'DynamoDB in documents: commands, the aggregated client, PartiQL, transactions, batches, pages',
  routes: {
    'GET /get': { requests: ['GET /get'], actions: ['dynamodb:GetItem'] },
    'GET /aggregated': { requests: ['GET /aggregated'], actions: ['dynamodb:Query', 'dynamodb:UpdateItem'] },
    'POST /transactions': {
      requests: ['POST /transactions'],
      actions: [
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
      ],
    },
    'GET /batches': { requests: ['GET /batches'], actions: ['dynamodb:BatchGetItem'] },
    'PUT /batches': { requests: ['PUT /batches'], actions: ['dynamodb:BatchWriteItem'] },
    'GET /partiql': { requests: ['GET /partiql'], actions: ['dynamodb:PartiQLSelect'] },
    'POST /partiql': {
      requests: ['POST /partiql'],
      actions: ['dynamodb:PartiQLDelete', 'dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate'],
    },
    'GET /pages': { requests: ['GET /pages'], actions: ['dynamodb:Scan'] },
  },
  resources: {
    'dynamodb:BatchGetItem': ['arn:aws:dynamodb:*:*:table/doc-a', 'arn:aws:dynamodb:*:*:table/doc-b'],
    'dynamodb:BatchWriteItem': ['arn:aws:dynamodb:*:*:table/doc-a'],
    'dynamodb:ConditionCheckItem': ['arn:aws:dynamodb:*:*:table/doc-d'],
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/doc-c'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/doc-a'],
    'dynamodb:PartiQLDelete': ['arn:aws:dynamodb:*:*:table/doc-p'],
    'dynamodb:PartiQLInsert': ['arn:aws:dynamodb:*:*:table/doc-p'],
    'dynamodb:PartiQLSelect': ['arn:aws:dynamodb:*:*:table/doc-p/index/by-day'],
    'dynamodb:PartiQLUpdate': ['arn:aws:dynamodb:*:*:table/doc-p'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/doc-a'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/doc-b/index/by-owner'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/doc-b'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/doc-b'],
  },
} satisfies Case
