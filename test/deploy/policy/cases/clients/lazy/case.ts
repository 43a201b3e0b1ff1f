import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a client and a secret that are made at first use and kept',
  routes: {
    'GET /health': { requests: ['GET /health'], actions: [] },
    'GET /rows': { requests: ['GET /rows', 'GET /rows'], actions: ['secretsmanager:GetSecretValue'] },
  },
  resources: { 'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:database-??????'] },
} satisfies Case
