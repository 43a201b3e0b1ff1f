import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an app in JavaScript',
  entry: 'app.mjs',
  routes: {
    'GET /k/:k': { requests: ['GET /k/1'], actions: ['s3:GetObject'] },
    'DELETE /k/:k': { requests: ['DELETE /k/1'], actions: ['s3:DeleteObject'] },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::plain-javascript/*'],
    's3:GetObject': ['arn:aws:s3:::plain-javascript/*'],
  },
} satisfies Case
