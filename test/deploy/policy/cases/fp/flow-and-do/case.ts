import type { Case } from '../../../harness/case.ts'

export default {
  about: 'flow, Do, bind, traverse and chainFirst',
  routes: {
    'POST /news': {
      requests: [
        ['POST /news', ['1']],
        ['POST /news', 'x'],
      ],
      actions: ['dynamodb:GetItem', 'ses:SendEmail'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/customers'],
    'ses:SendEmail': ['arn:aws:ses:*:*:identity/example.com', 'arn:aws:ses:*:*:identity/news@example.com'],
  },
} satisfies Case
