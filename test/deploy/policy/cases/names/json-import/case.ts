import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names in a JSON file',
  routes: { 'POST /signups': { requests: ['POST /signups'], actions: ['dynamodb:PutItem', 'sns:Publish'] } },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:eu-south-1:*:table/signups-2026'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:a', 'arn:aws:sns:eu-west-1:123456789012:b'],
  },
} satisfies Case
