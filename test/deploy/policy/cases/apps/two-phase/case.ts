import type { Case } from '../../../harness/case.ts'

export default {
  about: 'clients that are connected at the first request, and handlers whose modules are loaded then',
  routes: {
    'GET /feeds/:partner': {
      requests: ['GET /feeds/a'],
      actions: ['s3:GetObject', 'secretsmanager:GetSecretValue'],
    },
    'POST /feeds/:partner': {
      requests: ['POST /feeds/a'],
      actions: ['secretsmanager:GetSecretValue', 'sqs:SendMessage'],
    },
    'GET /version': { requests: ['GET /version'], actions: [] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::partner-feeds/*/feed.xml'],
    'secretsmanager:GetSecretValue': [
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:partner/keys-AbCdEf',
    ],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:feed-requests'],
  },
} satisfies Case
