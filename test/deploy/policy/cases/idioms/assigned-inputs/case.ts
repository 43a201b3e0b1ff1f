import type { Case } from '../../../harness/case.ts'

export default {
  about: 'inputs by Object.assign and spreads, of which the last word counts',
  routes: {
    'PUT /a/:key': { requests: ['PUT /a/1'], actions: ['s3:PutObject'] },
    'PUT /b/:key': { requests: ['PUT /b/1'], actions: ['s3:PutObject'] },
    'PUT /c/:key': { requests: ['PUT /c/1'], actions: ['s3:PutObject', 's3:PutObjectTagging'] },
    'GET /d': { requests: ['GET /d?from=archive', 'GET /d'], actions: ['dynamodb:Query'] },
    'GET /e': { requests: ['GET /e'], actions: ['dynamodb:Query'] },
  },
  resources: {
    'dynamodb:Query': [
      'arn:aws:dynamodb:*:*:table/ledger',
      'arn:aws:dynamodb:*:*:table/ledger-archive',
      'arn:aws:dynamodb:*:*:table/ledger/index/by-day',
    ],
    's3:PutObject': [
      'arn:aws:s3:::final-bucket/a/*',
      'arn:aws:s3:::final-bucket/c/*',
      'arn:aws:s3:::other-bucket/b/*',
    ],
    's3:PutObjectTagging': ['arn:aws:s3:::final-bucket/c/*'],
  },
} satisfies Case
