import type { Case } from '../../../harness/case.ts'

export default {
  about: 'codecs that give the parameters of the path other names and forms',
  routes: {
    'GET /photos/:year/:name': { requests: ['GET /photos/2026/a'], actions: ['s3:GetObject'] },
    'PUT /references/:reference': { requests: ['PUT /references/book.1'], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::albums/*/*'],
    's3:PutObject': ['arn:aws:s3:::albums/references/*/*'],
  },
} satisfies Case
