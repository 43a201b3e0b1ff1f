import type { Case } from '../../../harness/case.ts'

export default {
  about: 'ports and adapters put together in one place, and handed on by parameters',
  environment: { STAGE: 'prod' },
  routes: {
    'GET /users/:id/profile': { requests: ['GET /users/1/profile'], actions: ['dynamodb:GetItem'] },
    'PUT /users/:id/profile': {
      requests: [['PUT /users/1/profile', { email: 'a@example.org' }]],
      actions: ['dynamodb:PutItem', 'firehose:PutRecord'],
    },
    'DELETE /users/:id': {
      requests: ['DELETE /users/1'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'firehose:PutRecord', 'ses:SendEmail'],
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/profiles-prod'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/profiles-prod'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/profiles-prod'],
    'firehose:PutRecord': ['arn:aws:firehose:*:*:deliverystream/audit-prod'],
    'ses:SendEmail': [
      'arn:aws:ses:eu-west-1:*:identity/example.org',
      'arn:aws:ses:eu-west-1:*:identity/no-reply@example.org',
    ],
  },
  answer: ({ operation }) =>
    operation === 'GetItem'
      ? { Item: { profile: { S: JSON.stringify({ email: 'a@example.org' }) } } }
      : undefined,
} satisfies Case
