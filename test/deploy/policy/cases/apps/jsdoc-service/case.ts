import type { Case } from '../../../harness/case.ts'

export default {
  about:
    'an app in JavaScript with JSDoc: arrays of routes in default exports, fields by Object.assign, generators',
  entry: 'app.mjs',
  environment: { APP: 'polls' },
  routes: {
    'GET /polls/:id': { requests: ['GET /polls/1'], actions: ['dynamodb:GetItem'] },
    'PUT /polls/:id': { requests: [['PUT /polls/1', { title: 'a' }]], actions: ['dynamodb:PutItem'] },
    'POST /polls/:id/votes': { requests: [['POST /polls/1/votes', 'yes']], actions: ['dynamodb:UpdateItem'] },
    'GET /polls/:id/votes': { requests: ['GET /polls/1/votes'], actions: ['dynamodb:Query'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/polls-polls'],
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/polls-polls'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/polls-votes'],
    'dynamodb:UpdateItem': ['arn:aws:dynamodb:*:*:table/polls-votes'],
  },
} satisfies Case
