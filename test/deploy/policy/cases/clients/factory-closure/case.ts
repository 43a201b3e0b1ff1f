import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a factory of closures, called twice, with a default for the client',
  routes: {
    'GET /sessions/:id': { requests: ['GET /sessions/1'], actions: ['dynamodb:GetItem'] },
    'PUT /sessions/:id': { requests: [['PUT /sessions/1', 1]], actions: ['dynamodb:PutItem'] },
    'GET /profiles/:id': { requests: ['GET /profiles/1'], actions: ['dynamodb:GetItem'] },
    'PATCH /profiles/:id': { requests: ['PATCH /profiles/1'], actions: ['dynamodb:UpdateItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/profiles', 'arn:aws:dynamodb:*:*:table/sessions'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/sessions'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/profiles'],
  },
} satisfies Case
