import type { Case } from '../../../harness/case.ts'

export default {
  about: "middleware from factories and classes of another file; one that reads the gateway's own method",
  routes: {
    'GET /a': {
      requests: ['GET /a'],
      actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
      notRun: {
        'dynamodb:PutItem':
          "the method is read from the event, which differs by gateway; and 'a' never fails",
      },
    },
    'POST /b': { requests: ['POST /b'], actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'] },
    'GET /c': { requests: ['GET /c'], actions: [] },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/audits'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/throttles'],
  },
} satisfies Case
