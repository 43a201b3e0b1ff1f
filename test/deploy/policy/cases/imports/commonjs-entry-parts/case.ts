import type { Case } from '../../../harness/case.ts'

export default {
  about: 'handlers in a CommonJS file, mounted by a function elsewhere',
  routes: {
    'GET /tasks': { requests: ['GET /tasks'], actions: ['dynamodb:Scan'] },
    'POST /tasks': { requests: [['POST /tasks', { title: 'a' }]], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/tasks'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/tasks'],
  },
} satisfies Case
