import type { Case } from '../../../harness/case.ts'

export default {
  about: 'batches of messages are permitted as single ones',
  routes: {
    'POST /mails': { requests: [['POST /mails', ['a', 'b']]], actions: ['sqs:SendMessage'] },
    'POST /mails/done': { requests: ['POST /mails/done'], actions: ['sqs:DeleteMessage'] },
    'GET /mails/count': { requests: ['GET /mails/count'], actions: ['sqs:GetQueueAttributes'] },
    'POST /news': { requests: [['POST /news', 'a']], actions: ['sns:Publish'] },
  },
  resources: {
    'sns:Publish': ['arn:aws:sns:us-west-2:123456789012:news'],
    'sqs:DeleteMessage': ['arn:aws:sqs:us-west-2:123456789012:mails.fifo'],
    'sqs:GetQueueAttributes': ['arn:aws:sqs:us-west-2:123456789012:mails.fifo'],
    'sqs:SendMessage': ['arn:aws:sqs:us-west-2:123456789012:mails.fifo'],
  },
} satisfies Case
