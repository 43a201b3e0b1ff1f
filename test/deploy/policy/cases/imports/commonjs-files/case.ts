import type { Case } from '../../../harness/case.ts'

export default {
  about: 'CommonJS files: exports.x, module.exports as a function and as a record',
  routes: {
    'GET /users/:id': { requests: ['GET /users/7'], actions: ['dynamodb:GetItem'] },
    'POST /users/:id/audit': { requests: [['POST /users/7/audit', {}]], actions: ['logs:PutLogEvents'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/users'],
    'logs:PutLogEvents': ['arn:aws:logs:*:*:log-group:audit:log-stream:users'],
  },
} satisfies Case
