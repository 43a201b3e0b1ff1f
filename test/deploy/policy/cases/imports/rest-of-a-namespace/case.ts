import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a namespace that is taken apart and put into records',
  routes: {
    'GET /x/:key': { requests: ['GET /x/1'], actions: ['s3:GetObject'] },
    'DELETE /x/:key': { requests: ['DELETE /x/1'], actions: ['s3:DeleteObject'] },
  },
  resources: { 's3:DeleteObject': ['arn:aws:s3:::rest/*'], 's3:GetObject': ['arn:aws:s3:::rest/*'] },
} satisfies Case
