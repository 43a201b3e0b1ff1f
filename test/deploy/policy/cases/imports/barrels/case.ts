import type { Case } from '../../../harness/case.ts'

export default {
  about: 'barrels, export * as, a default under a name, the SDK passed on under other names',
  routes: {
    'GET /photos/:key': { requests: ['GET /photos/a'], actions: ['s3:GetObject'] },
    'PUT /photos/:key': { requests: [['PUT /photos/a', {}]], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::gallery/photos/*'],
    's3:PutObject': ['arn:aws:s3:::gallery/photos/*'],
  },
} satisfies Case
