import type { Case } from '../../../harness/case.ts'

export default {
  about: 'what runs as modules load, and settings that every route then has',
  routes: {
    'GET /a': {
      requests: ['GET /a'],
      actions: ['dynamodb:Scan', 'secretsmanager:GetSecretValue', 'ssm:GetParametersByPath'],
    },
    'GET /b': { requests: ['GET /b'], actions: ['secretsmanager:GetSecretValue', 'ssm:GetParametersByPath'] },
  },
  always: ['secretsmanager:GetSecretValue', 'ssm:GetParametersByPath'],
  resources: {
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/from-start'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:warm-up-??????'],
    'ssm:GetParametersByPath': ['arn:aws:ssm:*:*:parameter/start', 'arn:aws:ssm:*:*:parameter/start/*'],
  },
} satisfies Case
