import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names that are joined from parts, and lists of names',
  routes: {
    'GET /settings': { requests: ['GET /settings'], actions: ['ssm:GetParameters'] },
    'GET /settings/all': { requests: ['GET /settings/all'], actions: ['ssm:GetParametersByPath'] },
    'GET /ready': {
      requests: ['GET /ready'],
      actions: ['secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue'],
    },
  },
  resources: {
    'secretsmanager:BatchGetSecretValue': ['*'],
    'secretsmanager:GetSecretValue': [
      'arn:aws:secretsmanager:*:*:secret:shop/mail-??????',
      'arn:aws:secretsmanager:*:*:secret:shop/stripe-??????',
    ],
    'ssm:GetParameters': [
      'arn:aws:ssm:*:*:parameter/shop/prod/currency',
      'arn:aws:ssm:*:*:parameter/shop/prod/tax/rate',
    ],
    'ssm:GetParametersByPath': [
      'arn:aws:ssm:*:*:parameter/shop/prod/flags',
      'arn:aws:ssm:*:*:parameter/shop/prod/flags/*',
    ],
  },
} satisfies Case
