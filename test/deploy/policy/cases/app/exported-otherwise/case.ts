import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an app that functions build, exported at the end, with its handler',
  routes: {
    'GET /x/:key': { requests: ['GET /x/a'], actions: ['s3:GetObject'] },
    'GET /y': { requests: ['GET /y'], actions: [] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::built/*'] },
} satisfies Case
