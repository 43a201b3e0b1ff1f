import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a variable that is assigned in branches',
  routes: {
    'ANY /objects/:key': {
      requests: ['GET /objects/a', ['PUT /objects/a', 1], 'DELETE /objects/a', 'PATCH /objects/a'],
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::objects/*'],
    's3:GetObject': ['arn:aws:s3:::objects/*'],
    's3:PutObject': ['arn:aws:s3:::objects/*'],
  },
} satisfies Case
