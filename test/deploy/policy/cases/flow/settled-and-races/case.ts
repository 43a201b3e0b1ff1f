import type { Case } from '../../../harness/case.ts'

export default {
  about: 'allSettled over a table of checks; race and any',
  routes: {
    'GET /health': {
      requests: ['GET /health'],
      actions: ['s3:GetObject', 'secretsmanager:GetSecretValue', 'ssm:GetParameter'],
    },
    'GET /first': { requests: ['GET /first'], actions: ['ssm:GetParameter'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::health/probe'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:health-??????'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/first', 'arn:aws:ssm:*:*:parameter/health'],
  },
} satisfies Case
