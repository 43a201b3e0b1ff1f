import type { Case } from '../../../harness/case.ts'

export default {
  about: 'routes that a loop and a map make',
  routes: {
    'GET /books/:id': { requests: ['GET /books/1'], actions: ['dynamodb:GetItem'] },
    'PUT /books/:id': { requests: ['PUT /books/1'], actions: ['dynamodb:PutItem'] },
    'DELETE /books/:id': { requests: ['DELETE /books/1'], actions: ['dynamodb:DeleteItem'] },
    'GET /films/:id': { requests: ['GET /films/1'], actions: ['dynamodb:GetItem'] },
    'PUT /films/:id': { requests: ['PUT /films/1'], actions: ['dynamodb:PutItem'] },
    'DELETE /films/:id': { requests: ['DELETE /films/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/books', 'arn:aws:dynamodb:*:*:table/films'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/books', 'arn:aws:dynamodb:*:*:table/films'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/books', 'arn:aws:dynamodb:*:*:table/films'],
  },
} satisfies Case
