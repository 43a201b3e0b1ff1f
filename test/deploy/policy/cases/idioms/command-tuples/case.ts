import type { Case } from '../../../harness/case.ts'

export default {
  about: 'tables of classes and inputs, gone through',
  routes: {
    'POST /tenants/:tenant': {
      requests: ['POST /tenants/1'],
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    'DELETE /tenants/:tenant': { requests: ['DELETE /tenants/1'], actions: ['dynamodb:DeleteItem'] },
    'POST /tenants/:tenant/notices': {
      requests: ['POST /tenants/1/notices'],
      actions: ['sns:Publish', 'sqs:SendMessage'],
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/quotas', 'arn:aws:dynamodb:*:*:table/tenants'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/tenants'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/quotas'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:tenants'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:tenant-log'],
  },
} satisfies Case
