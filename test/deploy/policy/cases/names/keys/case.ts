import type { Case } from '../../../harness/case.ts'

export default {
  about: 'keys of which only a part is known',
  routes: {
    'POST /ids': { requests: ['POST /ids'], actions: ['s3:PutObject'] },
    'POST /days': { requests: ['POST /days'], actions: ['s3:PutObject'] },
    'POST /hashes': { requests: [['POST /hashes', 'a']], actions: ['s3:PutObject'] },
    'PUT /users/:user/:file': { requests: ['PUT /users/ada/A.TXT'], actions: ['s3:PutObject'] },
    'PUT /inbox/:name': { requests: ['PUT /inbox/a'], actions: ['s3:PutObject'] },
    'GET /pages/:page': { requests: ['GET /pages/1', 'GET /pages/1?language=de'], actions: ['s3:GetObject'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::keyed/pages/*/*.html', 'arn:aws:s3:::keyed/pages/en/*.html'],
    's3:PutObject': [
      'arn:aws:s3:::keyed/days/*/*.log',
      'arn:aws:s3:::keyed/hashes/*.txt',
      'arn:aws:s3:::keyed/ids/*.json',
      'arn:aws:s3:::keyed/inbox/*',
      'arn:aws:s3:::keyed/users/*/*',
    ],
  },
} satisfies Case
