import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an abstract repository that its subclasses give a table and what to do before and after',
  environment: { CONTRACTS_TABLE: 'crm-contracts' },
  routes: {
    'GET /customers/:id': { requests: ['GET /customers/1'], actions: ['dynamodb:GetItem'] },
    'PUT /customers/:id': { requests: [['PUT /customers/1', 'A@b.c']], actions: ['dynamodb:PutItem'] },
    'GET /customers': { requests: ['GET /customers'], actions: ['dynamodb:Scan'] },
    'PUT /contracts/:id': {
      requests: [['PUT /contracts/1', 'text']],
      actions: ['dynamodb:PutItem', 's3:PutObject', 'sns:Publish'],
    },
    'DELETE /contracts/:id': { requests: ['DELETE /contracts/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/crm-contracts'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/crm-customers'],
    'dynamodb:PutItem': [
      'arn:aws:dynamodb:*:*:table/crm-contracts',
      'arn:aws:dynamodb:*:*:table/crm-customers',
    ],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/crm-customers'],
    's3:PutObject': ['arn:aws:s3:::crm-archive/contracts/*/latest.md'],
    'sns:Publish': ['arn:aws:sns:us-east-1:111122223333:contract-saved'],
  },
} satisfies Case
