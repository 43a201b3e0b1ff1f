import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a multipart upload by hand, given up in a catch',
  routes: {
    'POST /archives/:name': { requests: ['POST /archives/a'], actions: ['s3:PutObject'] },
    'PUT /archives/:name/:upload': {
      requests: [['PUT /archives/a/1', 1]],
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
    },
  },
  resources: {
    's3:AbortMultipartUpload': ['arn:aws:s3:::archives/*.zip'],
    's3:PutObject': ['arn:aws:s3:::archives/*.zip'],
  },
  answer: ({ operation }) => {
    if (operation === 'CompleteMultipartUpload') throw new Error('parts are missing')
    return undefined
  },
} satisfies Case
