import type { Case } from '../../../harness/case.ts'

export default {
  about: 'where unexpected failures are logged',
  routes: {
    'GET /broken': {
      requests: ['GET /broken'],
      actions: ['dynamodb:Scan', 'logs:PutLogEvents'],
      fails: 'so that it is logged',
    },
  },
  always: ['logs:PutLogEvents'],
  resources: {
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/gone'],
    'logs:PutLogEvents': ['arn:aws:logs:*:*:log-group:failures:log-stream:all'],
  },
  answer: ({ operation }) => {
    if (operation === 'Scan') throw new Error('there is no such table')
    return undefined
  },
} satisfies Case
