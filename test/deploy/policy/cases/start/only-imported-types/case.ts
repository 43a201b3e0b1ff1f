import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a file whose types alone are imported never runs',
  routes: { 'GET /next': { requests: ['GET /next'], actions: [] } },
  resources: {},
} satisfies Case
