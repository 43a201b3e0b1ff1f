import type { Case } from '../../../harness/case.ts'

export default {
  about: 'loops of every kind, over what is known',
  routes: {
    'POST /drain': {
      requests: ['POST /drain'],
      actions: ['sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:SendMessage'],
    },
    'POST /fan': { requests: [['POST /fan', 'a']], actions: ['sqs:SendMessage'] },
  },
  resources: {
    'sqs:DeleteMessage': ['arn:aws:sqs:eu-west-1:123456789012:dead'],
    'sqs:ReceiveMessage': ['arn:aws:sqs:eu-west-1:123456789012:dead'],
    'sqs:SendMessage': [
      'arn:aws:sqs:eu-west-1:123456789012:black',
      'arn:aws:sqs:eu-west-1:123456789012:blue',
      'arn:aws:sqs:eu-west-1:123456789012:green',
      'arn:aws:sqs:eu-west-1:123456789012:live',
      'arn:aws:sqs:eu-west-1:123456789012:red',
      'arn:aws:sqs:eu-west-1:123456789012:white',
    ],
  },
  answer: ({ operation }) =>
    operation === 'ReceiveMessage' ? { Messages: [{ Body: 'a', ReceiptHandle: 'b' }] } : undefined,
} satisfies Case
