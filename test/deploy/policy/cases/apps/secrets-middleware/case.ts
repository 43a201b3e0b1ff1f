import type { Case } from '../../../harness/case.ts'

export default {
  about: 'middleware that fetches a secret and settings, caches them, and counts answers and failures',
  routes: {
    'POST /payments': {
      requests: [['POST /payments', { cents: 100 }]],
      actions: [
        'cloudwatch:PutMetricData',
        'lambda:InvokeFunction',
        'secretsmanager:GetSecretValue',
        'ssm:GetParametersByPath',
      ],
    },
    'GET /settings': {
      requests: ['GET /settings'],
      actions: ['cloudwatch:PutMetricData', 'ssm:GetParametersByPath'],
    },
    'GET /health': { requests: ['GET /health'], actions: [] },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'lambda:InvokeFunction': ['arn:aws:lambda:eu-west-1:123456789012:function:charge:live'],
    'secretsmanager:GetSecretValue': ['arn:aws:secretsmanager:*:*:secret:payments/gateway-??????'],
    'ssm:GetParametersByPath': [
      'arn:aws:ssm:*:*:parameter/shop/settings',
      'arn:aws:ssm:*:*:parameter/shop/settings/*',
    ],
  },
} satisfies Case
