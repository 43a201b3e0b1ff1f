import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a module whose default export is the app',
  routes: { 'GET /rows': { requests: ['GET /rows'], actions: ['dynamodb:Scan'] } },
  resources: { 'dynamodb:Scan': ['arn:aws:dynamodb:*:*:table/default'] },
} satisfies Case
