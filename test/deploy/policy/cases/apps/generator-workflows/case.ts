import type { Case } from '../../../harness/case.ts'

const loans = ['arn:aws:dynamodb:*:*:table/loans']

const all = ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'sqs:SendMessage']
const ELSEWHERE = 'the one loop interprets what any workflow yields'

export default {
  about: 'workflows as generators that yield effects by name, which a loop interprets and gives back',
  routes: {
    'GET /loans/:id': {
      requests: ['GET /loans/1'],
      actions: all,
      notRun: { 'dynamodb:UpdateItem': ELSEWHERE, 'sqs:SendMessage': ELSEWHERE },
    },
    'POST /loans/:id/extension': {
      requests: ['POST /loans/1/extension'],
      actions: all,
    },
    'DELETE /loans/:id': {
      requests: ['DELETE /loans/1'],
      actions: all,
      notRun: { 'dynamodb:GetItem': ELSEWHERE, 'sqs:SendMessage': ELSEWHERE },
    },
  },
  resources: {
    'dynamodb:GetItem': loans,
    'dynamodb:UpdateItem': loans,
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-2:787878787878:reminders'],
  },
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { id: { S: '1' } } } : undefined),
} satisfies Case
