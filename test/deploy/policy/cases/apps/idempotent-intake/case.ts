import type { Case } from '../../../harness/case.ts'

const table = ['arn:aws:dynamodb:*:*:table/idempotency']
const queue = ['arn:aws:sqs:eu-west-1:898989898989:charges']

export default {
  about: 'work that is done once for a key, asked for directly and by a consumer of a queue',
  environment: { QUEUES_REGION: 'eu-west-1', QUEUES_ACCOUNT: '898989898989' },
  routes: {
    'POST /charges/:customer': {
      requests: [['POST /charges/ada', 5]],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'lambda:InvokeFunction'],
    },
    'DELETE /charges/:customer': { requests: ['DELETE /charges/ada'], actions: ['dynamodb:DeleteItem'] },
    'POST /drain': {
      requests: ['POST /drain'],
      actions: [
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'lambda:InvokeFunction',
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:ReceiveMessage',
      ],
    },
  },
  resources: {
    'dynamodb:DeleteItem': table,
    'dynamodb:GetItem': table,
    'dynamodb:PutItem': table,
    'lambda:InvokeFunction': ['arn:aws:lambda:*:*:function:billing-charge:live'],
    'sqs:ChangeMessageVisibility': queue,
    'sqs:DeleteMessage': queue,
    'sqs:ReceiveMessage': queue,
  },
  answer: ({ operation }) =>
    operation === 'ReceiveMessage'
      ? {
          Messages: [
            { ReceiptHandle: 'a', Body: '{"customer":"ada","cents":5}' },
            { ReceiptHandle: 'b', Body: '{"customer":"nobody","cents":5}' },
          ],
        }
      : undefined,
} satisfies Case
