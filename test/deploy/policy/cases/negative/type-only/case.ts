import type { Case } from '../../../harness/case.ts'

export default {
  about: 'types alone, and a constant of the SDK',
  routes: {
    'GET /sizes': { requests: ['GET /sizes'], actions: [] },
    'POST /sizes': { requests: ['POST /sizes'], actions: [] },
  },
  resources: {},
} satisfies Case
