import type { Case } from '../../../harness/case.ts'

export default {
  about: 'packages that are imported where they are used',
  routes: {
    'GET /docs/:id': { requests: ['GET /docs/1'], actions: ['s3:GetObject'] },
    'PUT /docs/:id': { requests: [['PUT /docs/1', {}]], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::docs/*'],
    's3:PutObject': ['arn:aws:s3:::docs/*'],
  },
} satisfies Case
