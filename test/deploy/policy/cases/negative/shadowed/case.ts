import type { Case } from '../../../harness/case.ts'

export default {
  about: 'names of the SDK that parameters and blocks take over',
  routes: {
    'GET /pretend': { requests: ['GET /pretend'], actions: [] },
    'GET /names': { requests: ['GET /names'], actions: [] },
    'GET /real': { requests: ['GET /real'], actions: ['s3:GetObject'] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::b/k'] },
} satisfies Case
