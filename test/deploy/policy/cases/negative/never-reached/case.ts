import type { Case } from '../../../harness/case.ts'

export default {
  about: 'code after return and throw, and behind conditions that are never true',
  routes: {
    'GET /rows/:id': { requests: ['GET /rows/1'], actions: ['dynamodb:GetItem'] },
    'GET /throws': { requests: ['GET /throws'], actions: [] },
  },
  resources: { 'dynamodb:GetItem': ['arn:aws:dynamodb:*:*:table/rows'] },
} satisfies Case
