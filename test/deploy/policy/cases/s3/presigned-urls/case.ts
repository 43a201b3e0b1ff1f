import type { Case } from '../../../harness/case.ts'

export default {
  about: 'presigned URLs: nothing is sent, and the link needs the permission',
  routes: {
    'GET /links/:key': { requests: ['GET /links/a'], actions: ['s3:GetObject'] },
    'POST /links/:key': { requests: ['POST /links/a'], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::uploads/ready/*'],
    's3:PutObject': ['arn:aws:s3:::uploads/incoming/*'],
  },
} satisfies Case
