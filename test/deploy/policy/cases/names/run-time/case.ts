import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a table that the caller names, and a bucket that the caller names a part of',
  routes: {
    'GET /tables/:table/:id': { requests: ['GET /tables/a/1'], actions: ['dynamodb:GetItem'] },
    'GET /tenants/:tenant/:key': { requests: ['GET /tenants/a/1'], actions: ['s3:GetObject'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/*'],
    's3:GetObject': ['arn:aws:s3:::tenant-*-files/public/*'],
  },
  unresolved: [{ file: 'app.ts', on: 'client.send(', says: 'TableName' }],
} satisfies Case
