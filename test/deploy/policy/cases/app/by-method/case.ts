import type { Case } from '../../../harness/case.ts'

export default {
  about: 'one handler for several methods, which looks at the method',
  routes: {
    'GET /objects/:key': { requests: ['GET /objects/a'], actions: ['s3:GetObject'] },
    'PUT /objects/:key': { requests: [['PUT /objects/a', 1]], actions: ['s3:PutObject'] },
    'DELETE /objects/:key': { requests: ['DELETE /objects/a'], actions: ['s3:DeleteObject'] },
    'GET /notes': { requests: ['GET /notes'], actions: ['s3:GetObject'] },
    'POST /notes': { requests: [['POST /notes', 1]], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::objects/*'],
    's3:GetObject': ['arn:aws:s3:::notes/all', 'arn:aws:s3:::objects/*'],
    's3:PutObject': ['arn:aws:s3:::notes/all', 'arn:aws:s3:::objects/*'],
  },
} satisfies Case
