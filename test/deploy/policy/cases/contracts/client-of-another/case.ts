import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the client of another app in the environment, whose headers take a secret',
  routes: {
    'GET /rates/:currency': { requests: ['GET /rates/eur'], actions: ['secretsmanager:GetSecretValue'] },
    'PUT /rates/:currency': {
      requests: ['PUT /rates/eur'],
      actions: ['s3:PutObject', 'secretsmanager:GetSecretValue'],
    },
    'GET /health': { requests: ['GET /health'], actions: [] },
  },
  resources: {
    's3:PutObject': ['arn:aws:s3:::rates/*.txt'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:rates-token-??????'],
  },
  answer: ({ operation }) => (operation === 'GetSecretValue' ? { SecretString: 'a' } : undefined),
} satisfies Case
