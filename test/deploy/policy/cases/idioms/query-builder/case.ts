import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an immutable builder, a tagged SQL, and regions of clients',
  routes: {
    'GET /built': { requests: ['GET /built'], actions: ['dynamodb:Query'] },
    'GET /scanned': { requests: ['GET /scanned'], actions: ['dynamodb:Scan'] },
    'GET /sql': {
      requests: ['GET /sql'],
      actions: ['rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue'],
    },
    'GET /regions': { requests: ['GET /regions?in=us', 'GET /regions'], actions: ['dynamodb:GetItem'] },
  },
  resources: {
    'dynamodb:GetItem': [
      'arn:aws:dynamodb:eu-central-1:*:table/global',
      'arn:aws:dynamodb:us-east-1:*:table/global',
    ],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/built/index/by-date'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/built'],
    'rds-data:ExecuteStatement': ['arn:aws:rds:eu-west-1:123456789012:cluster:main'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf'],
  },
} satisfies Case
