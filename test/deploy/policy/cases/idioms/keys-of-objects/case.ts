import type { Case } from '../../../harness/case.ts'

export default {
  about: 'keys of objects that are put together from the request, dates, hashes and paths',
  routes: {
    'PUT /avatars/:user': { requests: ['PUT /avatars/1'], actions: ['s3:PutObject'] },
    'POST /logs': { requests: ['POST /logs'], actions: ['s3:PutObject'] },
    'GET /tree/*path': { requests: ['GET /tree/a/b'], actions: ['s3:GetObject'] },
    'GET /blobs/:hash': { requests: ['GET /blobs/abcdef'], actions: ['s3:GetObject'] },
    'DELETE /tmp/:id': {
      requests: ['DELETE /tmp/1'],
      actions: ['s3:DeleteObject'],
      notRun: {
        's3:DeleteObject on arn:aws:s3:::object-keys/tmp/.tmp':
          'a variable may still be what it was before it is added to',
      },
    },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::object-keys/tmp/*.tmp', 'arn:aws:s3:::object-keys/tmp/.tmp'],
    's3:GetObject': ['arn:aws:s3:::object-keys/blobs/*/*', 'arn:aws:s3:::object-keys/tree/*'],
    's3:PutObject': ['arn:aws:s3:::object-keys/avatars/*/*.png', 'arn:aws:s3:::object-keys/logs/*/*.json'],
  },
} satisfies Case
