import type { Case } from '../../../harness/case.ts'

export default {
  about: 'commands mapped over a list, with Promise.all and in a loop',
  routes: {
    'GET /page': { requests: ['GET /page'], actions: ['s3:GetObject'] },
    'POST /clear': { requests: [['POST /clear', ['a', 'b']]], actions: ['s3:DeleteObject'] },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::site-cache/*'],
    's3:GetObject': [
      'arn:aws:s3:::site/parts/body.html',
      'arn:aws:s3:::site/parts/foot.html',
      'arn:aws:s3:::site/parts/head.html',
    ],
  },
} satisfies Case
