import type { Case } from '../../../harness/case.ts'

export default {
  about: 'createRequire in an ES module',
  routes: {
    'DELETE /photos/:key': { requests: ['DELETE /photos/a'], actions: ['s3:DeleteObject'] },
  },
  resources: { 's3:DeleteObject': ['arn:aws:s3:::photos/*'] },
} satisfies Case
