import type { Case } from '../../../harness/case.ts'

export default {
  about: 'pipe and flow over TaskEither and ReaderTaskEither, io-ts at the door, laws by hand',
  routes: {
    'POST /books': {
      requests: [
        ['POST /books', { isbn: '1', title: 'A' }],
        ['POST /books', {}],
      ],
      actions: ['dynamodb:PutItem', 'events:PutEvents'],
    },
    'GET /books/:isbn': { requests: ['GET /books/1'], actions: ['dynamodb:GetItem', 's3:GetObject'] },
    'DELETE /books/:isbn': { requests: ['DELETE /books/1'], actions: ['dynamodb:DeleteItem'] },
    'GET /shelves': { requests: ['GET /shelves'], actions: ['dynamodb:Query'] },
    'GET /idle': {
      requests: ['GET /idle'],
      actions: ['dynamodb:Scan'],
      notRun: { 'dynamodb:Scan': 'a task that nobody runs counts as run' },
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/library-books'],
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/library-books'],
    // What a container of fp-ts hands on may be anything.
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:dynamodb:*:*:table/library-books'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/*'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/never'],
    'events:PutEvents': ['arn:aws:events:*:*:event-bus/default'],
    's3:GetObject': ['arn:aws:s3:::library-covers/*.png'],
  },
  unresolved: [
    { file: 'app.ts', on: 'db.send(', says: 'TableName of PutItem' },
    { file: 'app.ts', on: 'new QueryCommand', says: 'TableName of Query' },
  ],
} satisfies Case
