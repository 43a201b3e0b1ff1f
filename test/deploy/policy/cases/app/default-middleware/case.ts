import type { Case } from '../../../harness/case.ts'

export default {
  about: "an app's own default middleware",
  routes: { 'GET /fine': { requests: ['GET /fine'], actions: ['dynamodb:GetItem'] } },
  always: ['dynamodb:GetItem'],
  resources: { 'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/tenants'] },
} satisfies Case
