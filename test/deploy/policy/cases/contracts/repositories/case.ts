import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an environment of repositories, which hide their clients',
  environment: { USERS: 'users' },
  routes: {
    'GET /users/:id': { requests: ['GET /users/1'], actions: ['dynamodb:GetItem'] },
    'POST /users': {
      requests: [['POST /users', { id: '1', mail: 'ada@example.com' }]],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'ses:SendEmail'],
    },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/users'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/users'],
    'ses:SendEmail': ['arn:aws:ses:*:*:identity/example.com', 'arn:aws:ses:*:*:identity/hello@example.com'],
  },
} satisfies Case
