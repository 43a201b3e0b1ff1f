import type { Case } from '../../../harness/case.ts'

const actions = ['cloudwatch:PutMetricData', 'dynamodb:GetItem', 'sns:Publish']

export default {
  about: 'routes that a loop puts into one middleware after the other, around a provider',
  routes: {
    'GET /apes': { requests: ['GET /apes'], actions },
    'GET /birds': { requests: ['GET /birds'], actions },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/keepers'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:visits'],
  },
} satisfies Case
