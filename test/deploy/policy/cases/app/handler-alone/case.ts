import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a module that exports a handler and no app',
  routes: { 'GET /rows': { requests: ['GET /rows'], actions: ['dynamodb:Scan'] } },
  resources: { 'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/alone'] },
} satisfies Case
