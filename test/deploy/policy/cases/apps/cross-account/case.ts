import type { Case } from '../../../harness/case.ts'

const KEPT = 'the clients of all accounts are kept in one map'

export default {
  about: 'operations in other accounts, with credentials that a function fetches',
  routes: {
    'GET /production/health': {
      requests: ['GET /production/health'],
      actions: ['cloudwatch:GetMetricData', 'ecs:DescribeServices', 'sts:AssumeRole'],
      notRun: {
        'ecs:DescribeServices on arn:aws:ecs:eu-west-1': KEPT,
        'sts:AssumeRole on arn:aws:iam::111111111111': KEPT,
      },
    },
    'POST /accounts/:account/scale': {
      requests: [
        ['POST /accounts/staging/scale', 2],
        ['POST /accounts/production/scale', 2],
      ],
      actions: ['dynamodb:PutItem', 'ecs:UpdateService', 'sts:AssumeRole'],
    },
  },
  resources: {
    'cloudwatch:GetMetricData': ['*'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/operations'],
    'ecs:DescribeServices': [
      'arn:aws:ecs:eu-west-1:*:service/web/front',
      'arn:aws:ecs:us-east-1:*:service/web/front',
    ],
    'ecs:UpdateService': [
      'arn:aws:ecs:eu-west-1:*:service/web/front',
      'arn:aws:ecs:us-east-1:*:service/web/front',
    ],
    'sts:AssumeRole': ['arn:aws:iam::111111111111:role/operator', 'arn:aws:iam::222222222222:role/operator'],
  },
} satisfies Case
