import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a mixin, and a class of before there were classes',
  routes: {
    'GET /x/:key': { requests: ['GET /x/1'], actions: ['s3:GetObject'] },
    'PUT /x/:key': { requests: ['PUT /x/1'], actions: ['s3:PutObject'] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::mixed/*'], 's3:PutObject': ['arn:aws:s3:::old/*'] },
} satisfies Case
