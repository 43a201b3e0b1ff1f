import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one handler for several methods: a table by method, and a condition in a variable',
  routes: {
    'GET /pages/:id': { requests: ['GET /pages/1'], actions: ['dynamodb:GetItem'] },
    'PUT /pages/:id': { requests: ['PUT /pages/1'], actions: ['dynamodb:PutItem'] },
    'DELETE /pages/:id': { requests: ['DELETE /pages/1'], actions: ['dynamodb:DeleteItem'] },
    'GET /drafts/:id': { requests: ['GET /drafts/1'], actions: ['dynamodb:GetItem'] },
    'POST /drafts/:id': { requests: ['POST /drafts/1'], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/pages'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/pages'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/drafts', 'arn:aws:dynamodb:*:*:table/pages'],
  },
} satisfies Case
