import type { Case } from '../../../harness/case.ts'

export default {
  about: 'what variables of the environment switch off, and a method that is overridden',
  routes: { 'GET /rows': { requests: ['GET /rows'], actions: ['dynamodb:GetItem'] } },
  environment: { DEBUG_ROUTES: 'off', ALL_ROWS: 'off' },
  resources: { 'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/rows'] },
} satisfies Case
