import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the document client, every usual operation',
  routes: {
    'GET /todos/:id': { requests: ['GET /todos/1'], actions: ['dynamodb:GetItem'] },
    'POST /todos': { requests: [['POST /todos', { a: 1 }]], actions: ['dynamodb:PutItem'] },
    'GET /todos': {
      requests: ['GET /todos', 'GET /todos?owner=ada'],
      actions: ['dynamodb:Query', 'dynamodb:Scan'],
    },
    'PATCH /todos/:id': { requests: ['PATCH /todos/1'], actions: ['dynamodb:UpdateItem'] },
    'DELETE /todos/:id': { requests: ['DELETE /todos/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/todos'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/todos'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/todos'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/todos/index/owner-index'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/todos'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/todos'],
  },
} satisfies Case
