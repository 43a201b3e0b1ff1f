import type { Case } from '../../../harness/case.ts'

export default {
  about: 'commands that are looked at, or kept, and not sent',
  routes: {
    'GET /description': { requests: ['GET /description'], actions: [] },
    'POST /queue': { requests: ['POST /queue'], actions: [] },
    'GET /client': { requests: ['GET /client'], actions: [] },
  },
  resources: {},
} satisfies Case
