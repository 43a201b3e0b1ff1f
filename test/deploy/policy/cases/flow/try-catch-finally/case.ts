import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a call in each of try, catch and finally',
  routes: {
    'POST /things': {
      requests: [['POST /things', 'a']],
      actions: ['cloudwatch:PutMetricData', 'dynamodb:PutItem', 'sqs:SendMessage'],
    },
  },
  resources: {
    'cloudwatch:PutMetricData': ['*'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/things'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:failed'],
  },
  answer: ({ operation }) => {
    if (operation === 'PutItem') throw new Error('throttled')
    return undefined
  },
} satisfies Case
