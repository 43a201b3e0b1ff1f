import type { Case } from '../../../harness/case.ts'

export default {
  about: 'functions of functions: compose, partial, bind, call, flip, reduce, optional calls',
  routes: {
    'GET /a/:key': { requests: ['GET /a/1'], actions: ['s3:GetObject', 's3:PutObject'] },
    'DELETE /a/:key': { requests: ['DELETE /a/1'], actions: ['s3:DeleteObject'] },
    'PUT /a/:key': { requests: ['PUT /a/1'], actions: ['s3:PutObject'] },
    'POST /a/:key': { requests: ['POST /a/1'], actions: ['s3:GetObject', 's3:PutObject'] },
  },
  resources: {
    's3:DeleteObject': ['arn:aws:s3:::fifth/*', 'arn:aws:s3:::third/*'],
    's3:GetObject': ['arn:aws:s3:::first/*', 'arn:aws:s3:::first/one'],
    's3:PutObject': ['arn:aws:s3:::copies/*', 'arn:aws:s3:::fourth/*', 'arn:aws:s3:::second/*'],
  },
} satisfies Case
