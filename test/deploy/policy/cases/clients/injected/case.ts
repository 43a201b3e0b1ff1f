import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a repository and a mailer that are injected into constructors',
  routes: {
    'GET /members/:id': { requests: ['GET /members/1'], actions: ['dynamodb:GetItem'] },
    'POST /members': {
      requests: [['POST /members', { id: '1', mail: 'ada@example.com' }]],
      actions: ['dynamodb:PutItem', 'ses:SendEmail'],
    },
    'DELETE /members/:id': { requests: ['DELETE /members/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/members'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/members'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/members'],
    'ses:SendEmail': ['arn:aws:ses:*:*:identity/example.com', 'arn:aws:ses:*:*:identity/hello@example.com'],
  },
} satisfies Case
