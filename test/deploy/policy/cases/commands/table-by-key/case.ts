import type { Case } from '../../../harness/case.ts'

export default {
  about: 'tables of commands: by a name that is known, and by one that is not',
  routes: {
    'GET /jobs': { requests: ['GET /jobs'], actions: ['sqs:ReceiveMessage'] },
    'POST /jobs/:handle/:action': {
      requests: ['POST /jobs/a/done', 'POST /jobs/a/later'],
      actions: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage'],
    },
  },
  resources: {
    'sqs:ChangeMessageVisibility': ['arn:aws:sqs:eu-west-1:123456789012:jobs'],
    'sqs:DeleteMessage': ['arn:aws:sqs:eu-west-1:123456789012:jobs'],
    'sqs:ReceiveMessage': ['arn:aws:sqs:eu-west-1:123456789012:jobs'],
  },
} satisfies Case
