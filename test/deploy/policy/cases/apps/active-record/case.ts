import type { Case } from '../../../harness/case.ts'

const books = 'arn:aws:dynamodb:*:*:table/library-books'
const authors = 'arn:aws:dynamodb:*:*:table/library-authors'

export default {
  about: 'models whose static methods read the table of the class that they are called on',
  routes: {
    'GET /books/:id': { requests: ['GET /books/1'], actions: ['dynamodb:GetItem'] },
    'GET /books/:id/author': { requests: ['GET /books/1/author'], actions: ['dynamodb:GetItem'] },
    'PUT /books/:id': { requests: [['PUT /books/1', { title: 'a' }]], actions: ['dynamodb:PutItem'] },
    'GET /authors/:id/books': { requests: ['GET /authors/1/books'], actions: ['dynamodb:Query'] },
    'POST /authors/lookup': {
      requests: [['POST /authors/lookup', ['1', '2']]],
      actions: ['dynamodb:BatchGetItem'],
    },
    'DELETE /authors/:id': { requests: ['DELETE /authors/1'], actions: ['dynamodb:DeleteItem'] },
  },
  resources: {
    'dynamodb:BatchGetItem': [authors],
    'dynamodb:DeleteItem': [authors],
    'dynamodb:GetItem': [authors, books],
    'dynamodb:PutItem': [books],
    'dynamodb:Query': [`${books}/index/author-index`],
  },
  answer: ({ operation }) =>
    operation === 'GetItem' ? { Item: { id: { S: '1' }, authorId: { S: '2' } } } : undefined,
} satisfies Case
