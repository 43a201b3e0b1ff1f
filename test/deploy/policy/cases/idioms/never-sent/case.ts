import type { Case } from '../../../harness/case.ts'

export default {
  about: 'what is written and never happens: unsent, uncalled, unreachable, unexported, unmounted',
  routes: {
    'GET /kept': { requests: ['GET /kept'], actions: ['dynamodb:GetItem'] },
    'GET /thunk': { requests: ['GET /thunk'], actions: [] },
    'GET /replaced': { requests: ['GET /replaced'], actions: ['dynamodb:Scan'] },
    'GET /unused-branch': { requests: ['GET /unused-branch'], actions: [] },
    'GET /method': { requests: ['GET /method'], actions: ['sqs:ReceiveMessage'] },
  },
  resources: {
    'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/kept'],
    'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/second'],
    'sqs:ReceiveMessage': ['arn:aws:sqs:eu-west-1:123456789012:kept'],
  },
} satisfies Case
