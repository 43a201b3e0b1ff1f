import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an app whose environment is given in a file that is not followed',
  routes: {
    'GET /items/:id': {
      requests: ['GET /items/1'],
      actions: ['dynamodb:GetItem'],
      notRun: { 'dynamodb:GetItem': 'nobody gives the app a client' },
      fails: 'nobody gives the app a client',
    },
  },
  resources: { 'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/items'] },
  unresolved: [{ file: 'app.ts', on: 'calix(', says: 'environment' }],
} satisfies Case
