import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a client that is handed through several functions',
  routes: {
    'POST /mails': { requests: [['POST /mails', 1]], actions: ['sqs:SendMessage'] },
    'POST /invoices': { requests: [['POST /invoices', 1]], actions: ['sqs:SendMessage'] },
  },
  resources: {
    'sqs:SendMessage': [
      'arn:aws:sqs:eu-west-1:123456789012:invoices',
      'arn:aws:sqs:eu-west-1:123456789012:mails',
    ],
  },
} satisfies Case
