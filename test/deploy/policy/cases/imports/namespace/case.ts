import type { Case } from '../../../harness/case.ts'

export default {
  about: 'everything of a package under one name',
  routes: {
    'POST /orders': { requests: [['POST /orders', { item: 1 }]], actions: ['sqs:SendMessage'] },
  },
  resources: { 'sqs:SendMessage': ['arn:aws:sqs:eu-central-1:123456789012:orders'] },
} satisfies Case
