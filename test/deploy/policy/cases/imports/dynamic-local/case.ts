import type { Case } from '../../../harness/case.ts'

export default {
  about: 'files of the app that are imported where they are used',
  routes: {
    'GET /report': { requests: ['GET /report'], actions: ['athena:StartQueryExecution'] },
    'GET /other': { requests: ['GET /other'], actions: ['sns:Publish'] },
    'GET /none': { requests: ['GET /none'], actions: [] },
  },
  unresolved: [{ file: 'report.ts', on: 'athena.send(', says: 'glue' }],
  resources: {
    'athena:StartQueryExecution': ['arn:aws:athena:*:*:workgroup/reports'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:other'],
  },
} satisfies Case
