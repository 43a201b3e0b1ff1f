import type { Case } from '../../../harness/case.ts'

export default {
  about: 'clients in a WeakMap, a getter, a private static, a closure that runs at once, behind `?.`',
  routes: {
    'PUT /weak/:key': { requests: ['PUT /weak/1'], actions: ['s3:PutObject'] },
    'GET /got/:key': { requests: ['GET /got/1'], actions: ['s3:GetObject'] },
    'DELETE /single/:key': { requests: ['DELETE /single/1'], actions: ['s3:DeleteObject'] },
    'HEAD /once/:key': { requests: ['HEAD /once/1'], actions: ['s3:GetObject'] },
    'GET /maybe': { requests: ['GET /maybe'], actions: ['s3:ListBucket'] },
    'GET /destructured/:key': { requests: ['GET /destructured/1'], actions: ['s3:GetObjectTagging'] },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::single-b/*'],
    's3:GetObject': ['arn:aws:s3:::got-b/*', 'arn:aws:s3:::once-b/*'],
    's3:GetObjectTagging': ['arn:aws:s3:::tagged-b/*'],
    's3:ListBucket': ['arn:aws:s3:::maybe-b'],
    's3:PutObject': ['arn:aws:s3:::weak-b/*'],
  },
} satisfies Case
