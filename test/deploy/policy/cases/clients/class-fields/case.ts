import type { Case } from '../../../harness/case.ts'

export default {
  about: 'a class with private fields, private methods and a static',
  routes: {
    'GET /objects/:key': { requests: ['GET /objects/a'], actions: ['s3:GetObject'] },
    'PUT /objects/:key': { requests: [['PUT /objects/a', 1]], actions: ['s3:PutObject'] },
  },
  resources: {
    's3:GetObject': ['arn:aws:s3:::kept-objects/v1/*'],
    's3:PutObject': ['arn:aws:s3:::kept-objects/v1/*'],
  },
} satisfies Case
