import type { Case } from '../../../harness/case.ts'

export default {
  about: 'paths of a tsconfig.json, imports without an extension, and a folder',
  routes: {
    'GET /things/:id': { requests: ['GET /things/1'], actions: ['dynamodb:GetItem'] },
    'PUT /things/:id': { requests: ['PUT /things/1'], actions: ['dynamodb:PutItem'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/path-things'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/path-things'],
  },
} satisfies Case
