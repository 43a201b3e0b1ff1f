import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an environment that is an instance of a class, of services with private clients',
  routes: {
    'GET /jobs/:id': { requests: ['GET /jobs/1'], actions: ['dynamodb:GetItem'] },
    'POST /jobs': {
      requests: [['POST /jobs', { name: 'n' }]],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'sqs:SendMessage'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/jobs', 'arn:aws:dynamodb:*:*:table/tenants'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/jobs'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:jobs'],
  },
} satisfies Case
