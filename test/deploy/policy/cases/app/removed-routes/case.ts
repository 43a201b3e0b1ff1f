import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a route that is there and not mounted',
  routes: { 'GET /rows': { requests: ['GET /rows'], actions: ['dynamodb:Scan'] } },
  resources: { 'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/rows'] },
} satisfies Case
