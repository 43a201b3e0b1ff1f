import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'layers around handlers that go inward by next(), and a tenant that is kept for as long as the request lasts',
  routes: {
    'GET /:tenant/notes/:id': { requests: ['GET /a/notes/1'], actions: ['dynamodb:GetItem'] },
    'PUT /:tenant/notes/:id': {
      requests: [['PUT /a/notes/1', 'text']],
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    },
    'DELETE /:tenant/notes/:id': {
      requests: ['DELETE /a/notes/1'],
      actions: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem', 's3:DeleteObject'],
    },
  },
  resources: {
    'dynamodb:DeleteItem': ['arn:aws:dynamodb:*:*:table/t-*-notes'],
    'dynamodb:GetItem': [
      'arn:aws:dynamodb:*:*:table/control-tenants',
      'arn:aws:dynamodb:*:*:table/t-*-notes',
    ],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/t-*-notes'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/control-usage'],
    's3:DeleteObject': ['arn:aws:s3:::tenant-files/*/notes/*'],
  },
  answer: ({ operation }) => (operation === 'GetItem' ? { Item: { plan: { S: 'paid' } } } : undefined),
} satisfies Case
