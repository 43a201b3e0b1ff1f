import type { Case } from '../../../harness/case.ts'

export default {
  about: 'promises by hand: promisify, new Promise, a wait for an event',
  routes: {
    'GET /x/:id': { requests: ['GET /x/1'], actions: ['dynamodb:GetItem'] },
    'POST /x/:id': { requests: ['POST /x/1'], actions: ['states:StartExecution'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/legacy'],
    'states:StartExecution': ['arn:aws:states:eu-west-1:123456789012:stateMachine:by-hand'],
  },
} satisfies Case
