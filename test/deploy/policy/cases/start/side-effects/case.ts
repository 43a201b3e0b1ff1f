import type { Case } from '../../../harness/case.ts'

export default {
  about: 'files that do something as they are imported',
  routes: { 'GET /': { requests: ['GET /'], actions: ['secretsmanager:GetSecretValue', 'sns:Publish'] } },
  always: ['secretsmanager:GetSecretValue', 'sns:Publish'],
  resources: {
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:startup-??????'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:started'],
  },
} satisfies Case
