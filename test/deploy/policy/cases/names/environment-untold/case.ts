import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names from variables that nobody tells: in their part anything, and it is reported',
  routes: {
    'GET /rows/:id': { requests: ['GET /rows/1'], actions: ['dynamodb:GetItem'] },
    'GET /other/:id': { requests: ['GET /other/1'], actions: ['dynamodb:GetItem'] },
  },
  untold: { SECRET_TABLE: 'rows-7', DEPLOY_STAGE: 'qa' },
  resources: { 'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:dynamodb:*:*:table/other-*'] },
  unresolved: [
    { file: 'app.ts', on: 'client.send(', says: 'SECRET_TABLE' },
    { file: 'app.ts', on: 'client.send(', says: 'DEPLOY_STAGE' },
  ],
} satisfies Case
