import type { Case } from '../../../harness/case.ts'

export default {
  about: 'media: links and forms that are signed, parts, copies from bucket to bucket, pages of a list',
  environment: { MEDIA_BUCKET: 'media-in', DERIVED_BUCKET: 'media-out', CATALOG_TABLE: 'unused' },
  routes: {
    'GET /owners/:owner/media': { requests: ['GET /owners/a/media'], actions: ['s3:ListBucket'] },
    'POST /owners/:owner/media/form': { requests: ['POST /owners/a/media/form'], actions: ['s3:PutObject'] },
    'POST /owners/:owner/media/:name/links': {
      requests: ['POST /owners/a/media/b/links'],
      actions: ['s3:GetObject', 's3:PutObject'],
    },
    'POST /owners/:owner/media/:name/publication': {
      requests: ['POST /owners/a/media/b/publication'],
      actions: ['s3:GetObject', 's3:PutObject'],
    },
    'POST /large/:id': { requests: ['POST /large/1?parts=2'], actions: ['s3:PutObject'] },
    'POST /large/:id/completion': {
      requests: [['POST /large/1/completion', ['tag']]],
      actions: ['s3:AbortMultipartUpload', 's3:PutObject'],
      fails: 'the answer is an error, so that the upload is aborted',
    },
  },
  resources: {
    's3:AbortMultipartUpload': ['arn:aws:s3:::media-in/large/*'],
    // The source of a copy is lost where it is encoded.
    's3:GetObject': ['arn:aws:s3:::*/*', 'arn:aws:s3:::media-in/raw/*/*'],
    's3:ListBucket': ['arn:aws:s3:::media-in'],
    's3:PutObject': [
      'arn:aws:s3:::media-in/forms/*/*',
      'arn:aws:s3:::media-in/large/*',
      'arn:aws:s3:::media-in/raw/*/*',
      'arn:aws:s3:::media-out/public/*',
    ],
  },
  unresolved: [{ file: 'storage/derive.ts', on: 'client.send(', says: 'CopySource' }],
  answer: ({ operation }) => {
    if (operation === 'CompleteMultipartUpload') throw new Error('a part is missing')
    return undefined
  },
} satisfies Case
