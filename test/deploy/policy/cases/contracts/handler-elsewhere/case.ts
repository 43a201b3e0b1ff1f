import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the environment given in the file of the handler, to routes of another',
  entry: 'handler.ts',
  environment: { BUCKET: 'album', TABLE: 'captions' },
  routes: {
    'GET /photos/:name': { requests: ['GET /photos/a'], actions: ['s3:GetObject'] },
    'PUT /photos/:name': {
      requests: [['PUT /photos/a', { caption: 'A' }]],
      actions: ['dynamodb:PutItem', 's3:PutObject'],
    },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/captions'],
    's3:GetObject': ['arn:aws:s3:::album/photos/*'],
    's3:PutObject': ['arn:aws:s3:::album/captions/*.txt'],
  },
} satisfies Case
