import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the SDK itself behind export *',
  routes: {
    'GET /secret': { requests: ['GET /secret'], actions: ['secretsmanager:GetSecretValue'] },
    'GET /identity': { requests: ['GET /identity'], actions: ['ssm:GetParameter'] },
  },
  resources: {
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:shop/api-??????'],
    'ssm:GetParameter': ['arn:aws:ssm:*:*:parameter/shop/name'],
  },
} satisfies Case
