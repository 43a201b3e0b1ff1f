import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a container with tokens: factories, singletons, constructors, and services that ask for each other',
  routes: {
    'POST /payments': {
      requests: ['POST /payments'],
      actions: ['dynamodb:PutItem', 'secretsmanager:GetSecretValue', 'sqs:SendMessage'],
    },
    'GET /payments/:id': { requests: ['GET /payments/1'], actions: ['dynamodb:GetItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/payments'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/payments'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:psp/api-key-??????'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:payments'],
  },
} satisfies Case
