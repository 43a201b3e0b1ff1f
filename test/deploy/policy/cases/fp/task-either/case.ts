import type { Case } from '../../../harness/case.ts'

export default {
  about: 'TaskEither: tryCatch, tryCatchK and chain',
  routes: {
    'GET /fruit/:name': { requests: ['GET /fruit/a'], actions: ['s3:GetObject'] },
    'PUT /fruit/:name': { requests: [['PUT /fruit/a', 1]], actions: ['s3:PutObject'] },
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::fruit/*'], 's3:PutObject': ['arn:aws:s3:::fruit/*'] },
} satisfies Case
