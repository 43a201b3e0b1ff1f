import type { Case } from '../../../harness/case.ts'

export default {
  about: 'an Upload of lib-storage: in one part, in several, and given up',
  routes: {
    'PUT /videos/:name': {
      requests: ['PUT /videos/a?size=10', 'PUT /videos/b?size=6000000'],
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
    },
  },
  resources: {
    's3:AbortMultipartUpload': ['arn:aws:s3:::videos/raw/*'],
    's3:PutObject': ['arn:aws:s3:::videos/raw/*'],
  },
  answer: ({ operation }) => {
    if (operation === 'CreateMultipartUpload') return { UploadId: '1' }
    if (operation === 'UploadPart') throw new Error('the connection was lost')
    return undefined
  },
} satisfies Case
